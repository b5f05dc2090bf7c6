extension CueList {
  static let german = CueList(
    language: "german",
    question: """
      hat|haben|kennt|weiß|weiss|kann|könnte|gibt|nutzt|benutzt|hatte jemand|wer|einer|irgendwer
      kennt|weiß|weiss|hat|nutzt wer|jemand|einer
      weiß|weiss|kennt|hat jemand
      kann|könnt|könnte|könntet|können mir|ihr|jemand|sie _3 helfen|sagen|erklären|weiterhelfen
      wie|warum|wieso|weshalb|wo|wann|womit|woran|wozu kann|soll|sollte|muss|mache|macht|bekomme|kriege|finde|könnte|krieg|liegt|ist|sind|würdet|habt ich|man|wir|das|es|ihr|mein|meine|der|die ?
      wie|warum|wieso|weshalb|womit|woran kann|soll|sollte|muss|mache|bekomme|kriege|finde|könnte|krieg ich|man|wir
      was|welche|welchen|welches|welcher _3 soll|sollte|kann|könnte|würdet|nehmt|nutzt|meint|haltet|macht|mache|muss ich|ihr|man|wir
      frage mich|an|zu|zum|zur
      ich frage|frag mich
      ^ frage
      bin|bin mir nicht|unsicher sicher|ob|wie|was|welche ob|wie|was|welche|welchen
      keine|irgendeine|irgendwelche ahnung|idee|ideen wie|warum|was|woran|ob
      irgendwelche|jemand|hat|habt|hättet|irgendeine|ihr _2 idee|ideen|tipp|tipps|rat|ratschläge|erfahrungen|vorschläge
      bitte um hilfe|rat|tipps
      brauche|suche|bräuchte _2 hilfe|rat|tipps|tipp
      was|wie würdet|meint|denkt|haltet ihr
      lohnt|lohnen sich ?
      ^ ist|sind|kann|soll|muss|darf|gibt|sollte ich|es|man|das|der|die|mein|meine ?
      """,
    rhetorical: """
      ^ hast|haben|habt|wusstest|wussten|kennst|kennen du|sie|ihr _2 schon|dass|das ?
      ^ wussten|wusstest sie|du|ihr ?
      ^ lust|bock|interesse|interessiert|neugierig ?
      ^ schon gewusst|mal|probiert|gehört ?
      ^ und|na|was nun|jetzt|und|steckt ?
      ^ wer kennt es|das nicht ?
      ^ möchtest|möchten|willst|wollen|suchst|suchen|träumst|brauchst|brauchen du|sie|ihr ?
      ^ warum|wieso nicht ?
      ^ klingt gut|spannend|interessant ?
      oder|gell|nicht|ne|oder nicht|wahr $
      ^ bist|sind du|sie|ihr ?
      ^ was|wer steckt|bringt|kann _4 dahinter|wirklich ?
      steckt dahinter ?
      """,
    speaker: """
      ich|mein|meine|meinen|meinem|meiner|meines|mir|mich|hab|habe
      jemand|ihr|euch|eure|euer|eurer
      wir|uns|unser|unsere
      """,
    announcement: """
      ^ wir haben _6 gebaut|entwickelt|veröffentlicht|gestartet|eröffnet
      wir freuen uns
      ab sofort
      erschien zuerst auf
      in diesem|unserem artikel|beitrag|video|tutorial|newsletter|blogbeitrag|ratgeber
      jetzt weiterlesen|lesen
      ^ neu im|bei|in sortiment|uns|shop
      wir sagen|zeigen|erklären|verraten es|euch|dir|ihnen|wie|was
      geben|gibt antwort|antworten|tipps|auskunft
      unserer|unsere serie|redaktion|reihe|experten
      ^ teil eins|zwei|drei|1|2|3
      die besten _4 im|des|2024|2025|2026 test|vergleich|jahres
      """,
    recommendation: """
      ich|wir suche|suchen|such
      suche|such|suchen ein|eine|einen|nach|gute|guten|neue|neuen|günstige|etwas|was|alternative
      auf der suche nach
      könnt|kann|könnte|könntet|würdet|können ihr|jemand|man|sie _6 empfehlen
      empfehlung|empfehlungen|kaufberatung|kaufempfehlung für|zu|gesucht
      ^ kaufberatung|kaufempfehlung
      kaufberatung|kaufempfehlung|empfehlungen
      empfehlung|tipps|alternative|alternativen ?
      alternative|alternativen zu|zum|zur|für
      was|welche|welchen|welches|welcher _4 empfehlt|empfehlen|würdet|nutzt|benutzt|nehmt|könnt|kauft|kaufen
      welche|welchen|welches|welcher _4 soll|sollte|kaufen|nehmen|ist|sind|lohnt ?
      was|welche|welchen würdet ihr
      lohnt|lohnen sich|es _4 ?
      ist|sind|wäre _5 empfehlenswert|wert|besser ?
      ^ _4 oder _4 $ ?
      vs|versus ?
      überlege|überlegen|schwanke|schwanken|unschlüssig|unentschlossen _4 ob|zwischen|kaufen|zulegen|anzuschaffen|holen
      soll|sollte ich _5 kaufen|nehmen|holen|zulegen|wechseln|umsteigen
      wo kann|bekomme|bekommt|kriege|kauft|kaufe|gibt|könnte ich|man|ihr|es
      wer|was|jemand _2 erfahrung|erfahrungen mit
      hat|habt|gibt _3 erfahrung|erfahrungen _1 mit
      ersatz für
      was taugt|taugen|haltet
      welche|welcher|welches|welchen ist|sind|wäre der|die|das|am beste|besten|besser|richtige
      tipp|tipps|empfehlung|empfehlungen _4 freuen|dankbar|willkommen|gesucht
      über einen|eure|jeden|tipps tipp|tipps|empfehlungen|empfehlung
      wer repariert|macht|verkauft|kennt|baut|restauriert|führt _6 ?
      kennt jemand|ihr|wer _2 einen|eine|ein|gute|guten|gutes
      gute|guter|guten|gutes|günstige|günstiger|bezahlbare _6 gesucht
      ^ gute|guter|gutes|günstige|günstiger _8 ?
      oder|doch lieber doch|eine|einen|ein|gleich
      erfahrungen|erfahrung mit _6 ?
      alternativen|alternative gesucht
      not wir suchen _4 mitarbeiter|verstärkung|dich|kollegen|kollegin|barista|entwickler|aushilfe
      not kann|können|würde ich|wir|man _5 empfehlen
      """,
    problem: """
      geht|funktioniert|startet|lädt|heizt|läuft|öffnet|schließt|klappt|reagiert|druckt|zieht|pumpt|schaltet|verbindet|bootet _2 nicht|nimmer
      funktioniert|geht|läuft|startet nicht|nimmer mehr
      nicht mehr _2 an|auf|aus|funktioniert|geht|startet|läuft
      lässt sich nicht|kaum
      undicht|kaputt|defekt|verstopft|gerissen|abgebrochen|verkalkt|festgefressen
      tropft|leckt|rinnt|stinkt|quietscht|klappert|rattert|brummt|klemmt|hakt
      läuft|kommt _3 aus|heraus|raus|wasser
      problem|probleme|schwierigkeiten|ärger mit|beim|bei
      habe|hab|haben|hatte|bekomme|gibt|großes|folgendes|ein _3 problem|probleme|schwierigkeiten
      wie|womit|was kann|soll|bekomme|kriege|könnte|repariere|behebe ich|man _6 reparieren|beheben|lösen|entfernen|reparier|wieder
      fehlermeldung|fehlercode
      stürzt|stürzen _2 ab
      meldet sich nicht|niemand
      keine antwort|reaktion
      immer wieder|noch fehler|aus|undicht|kaputt
      was mache|mach ich falsch
      stimmt etwas|was nicht
      geht|tut|will|kann|lässt|bekomme|kriege|schaffe|finde|komme|krieg|springt _5 nicht
      hängt|spinnt|streikt|ruckelt|pfeift|raucht|überhitzt|flackert|knackt|schimmelt
      immer|ständig|dauernd|plötzlich|seit _4 fehler|abstürze|probleme|aus|ab|kaputt|undicht
      was|woran kann|könnte|liegt _4 sein|liegen|falsch|daran|schuld
      woran liegt|könnte|kann das|es
      komme|kommen nicht|einfach weiter|klar|nicht
      weiß|weiss|wissen nicht|keinen mehr|rat weiter
      bin ratlos|verzweifelt|überfordert|am
      verzweifle|verzweifelt|ratlos
      fehler bei|beim|im|am|code|meldung
      kaputt|defekte|kaputte|defekter|defektes|kaputtes|kaputter
      warte|warten immer|seit _3 noch|wochen|tagen|monaten
      falsche|falschen|falsches geliefert|bekommen|geschickt|teil|teile
      enttäuscht von|vom|über
      not kein|keine|keinerlei|ohne _1 problem|probleme|problemen|schwierigkeiten
      not problem|probleme gelöst|behoben
      not geht|läuft nicht um|darum|nur
      not kann|lässt man|sich nicht sagen|empfehlen|beschweren
      """,
    trouble: """
      leider|nervt|nervig|ärgerlich|frust|mist|blöd
      fehler|problem|probleme|falsch|schlecht|schlimm
      geräusch|geräusche|lärm|gestank|riecht|rost|schimmel|riss|risse|verbrannt|bitter|sauer
      kein|keine|keinen strom|druck|wasser|bild|ton|verbindung|empfang|garantie|ersatzteil|ersatzteile
      nicht mehr|richtig|sauber|ganz|rund
      schon wieder
      hilfe
      """,
    solved: """
      [gelöst|erledigt]
      ^ gelöst|erledigt
      problem|frage|fehler _2 gelöst|behoben|erledigt|beantwortet
      hat|habe|hab sich|es _2 erledigt|gelöst
      funktioniert|geht|läuft jetzt|wieder
      not nicht|nie|kein|wenn|bis _3 gelöst|behoben|erledigt|funktioniert|geht|läuft
      """,
    advert: """
      wir suchen _6 mitarbeiter|verstärkung|dich|kollegen|kollegin|barista|entwickler|aushilfe
      wir stellen ein
      stellenangebot|stellenanzeige|stellenausschreibung
      bewirb|bewerben|bewerbung dich|sie|an|jetzt
      zu verkaufen
      ^ verkaufe|biete|verschenke
      [verkaufe|biete|anzeige|werbung|s|v]
      gewinnspiel|verlosung|verlosen
      zu gewinnen|gewinnt|gewinne
      rabattcode|gutscheincode|gutschein|rabatt
      mit _1 code
      jetzt|hier bestellen|kaufen|anmelden|sichern|buchen|zugreifen
      nur für kurze zeit
      pressemitteilung|pressekontakt
      versand möglich|inklusive|inkl|zzgl|kostenlos
      erschien zuerst auf
      angebot|sonderangebot gilt|nur|endet
      festpreis|vb|vhb|verhandlungsbasis
      anzeige|werbung $
      m w d|x
      w m d|x
      stellenangebot|minijob|aushilfe|verstärkung gesucht|für|ab
      suchen|gesucht _4 mitarbeiter|verstärkung|aushilfe|fachkraft|azubi|verkäufer|kollegen|vollzeit|teilzeit
      ^ anzeige|werbung|advertorial
      ^ _1 angebot
      privatverkauf
      abholung|selbstabholung in|nur|oder|bevorzugt|möglich
      preis verhandelbar|vb|vhb|inkl|inklusive
      prozent rabatt|sparen|günstiger
      jetzt sparen|entdecken|testen|mitmachen|gewinnen|abonnieren|registrieren|herunterladen|ansehen
      newsletter|podcast|kanal abonnieren|anmelden
      tickets|karten|anmeldung _2 ab|jetzt|unter|gibt|sofort
      kostenlos testen|ausprobieren|herunterladen
      bei uns im shop|laden|sortiment
      affiliate|provision
      not gutschein|rabatt|gewinnspiel ?
      not gutes|welches|dieses|das|ein|kein|schönes angebot
      """,
    bot: """
      ich bin ein bot
      diese aktion wurde automatisch
      automatisch erstellt|generiert
      täglicher|wöchentlicher|monatlicher _2 thread|faden
      automatisch|automatisierte nachricht|beitrag|gesendet|gepostet
      """
  )
}
