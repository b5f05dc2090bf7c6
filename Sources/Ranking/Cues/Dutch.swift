extension CueList {
  static let dutch = CueList(
    language: "dutch",
    question: """
      heeft|weet|kent|kan|kon|zou|is|gebruikt|herkent iemand|er
      iemand _2 ervaring|enig|idee|tips|een|die|bekend|weet|hier ?
      kan|kunnen|kun iemand|jullie|je|u _3 helpen|vertellen|uitleggen|adviseren
      hoe|waarom|waar|wanneer|wat kan|moet|krijg|doe|vind|maak|zou|kun ik|je|we|men|jullie
      wat|welke|hoe _3 zouden|zou|raden|gebruiken|doen|vinden|denken|raad jullie|je|u
      ik vraag me|mij af
      vraag|afvragen me|mij af
      vraagje|vraag over|aan|voor
      ^ vraag|vraagje
      enig|geen idee|benul hoe|waarom|wat|of|waar
      tips|advies|hulp|suggesties|ideeën gevraagd|gezocht|welkom
      iemand|hebben|heeft|enige|nog _2 tips|advies|ideeën|suggesties|ervaring|ervaringen ?
      twijfel|twijfelen of|tussen|over
      weet niet|niet hoe|of|wat|welke|waarom|zeker
      is|zijn|kan|moet|mag|heb|zal het|dit|dat|ik|er|deze|mijn ?
      hoe|wat|waar|waarom|wanneer|welke _4 jullie|iedereen ?
      hoe lang|vaak|veel|oud _4 jullie|je|ik
      benieuwd hoe|wat|of|naar|welke
      weet iemand
      """,
    rhetorical: """
      ^ wist|weet|heb|ken|kent|heeft je|jij|u|jullie _1 dat|al|ooit|deze|dit ?
      ^ wist je|u ?
      ^ zin|benieuwd|nieuwsgierig|interesse|geïnteresseerd ?
      ^ wil|wilt|zoek|zoekt|droom|houd|hou je|jij|u|jullie ?
      ^ waarom niet ?
      ^ op zoek ?
      toch|hè|he|niet|niet dan $
      ^ klinkt goed|leuk ?
      ^ ben|bent jij|je|u ?
      """,
    speaker: """
      ik|mijn|m'n|mij|me|ikzelf
      iemand|jullie|jij
      wij|we|ons|onze
      """,
    announcement: """
      ^ wij|we hebben _6 gebouwd|gemaakt|gelanceerd|ontwikkeld|geopend
      we|wij zijn blij|trots
      in dit|deze artikel|blog|video|aflevering|nieuwsbrief
      lees meer|verder|hier
      ^ nieuw in|bij ons|het|de
      """,
    recommendation: """
      ik|wij|we zoek|zoeken
      ben|zijn|is|was op zoek naar
      op zoek naar
      ^ gezocht
      iemand _3 aanrader|aanraders|aanbevelen|aanraden
      aanrader|aanraders|aanbeveling|aanbevelingen|alternatief|alternatieven ?
      aanraders|aanbevelingen voor|welkom|gezocht|gevraagd
      aankoopadvies|koopadvies
      alternatief|alternatieven voor
      wat|welke _4 raden|raad|zouden|gebruiken|aanraden|kopen|nemen|kiezen jullie|je|u|jij
      welke|wat _4 beste|beter|aanraden|kopen|nemen|kiezen ?
      kan|kunnen iemand|jullie|je _5 aanraden|aanbevelen
      is|zijn|was _5 waard|aanrader|beter ?
      moet|zal|zou ik _5 kopen|nemen|kiezen|overstappen|vervangen
      twijfel|twijfelen|keuze tussen|over|of
      waar kan|koop|vind|kun|kopen|haal|bestel ik|je|jullie|men
      ervaring|ervaringen met _5 ?
      iemand ervaring|ervaringen met
      vs|versus ?
      vervanging|vervanger voor
      weet|kent iemand|er _4 goede|goed|adres|adresje|leuke|betrouwbare
      wie weet|kent|heeft _3 goede|goed|adres|adresje|tip
      tips|suggesties voor|zijn welkom|een|goede
      ^ goede|leuke|goedkope|betrouwbare _8 ?
      waar koop|kopen|vind|halen jullie|ik|je
      of toch|liever _4 ?
      not wij|we zoeken|zijn _5 medewerker|collega|barista|versterking|jou|vacature|kandidaat
      not kan|kunnen|zou ik|wij|we _5 aanraden|aanbevelen
      """,
    problem: """
      werkt|doet|start|laadt|gaat|opent|sluit|reageert|print|loopt|pompt|verwarmt _2 niet|niets|niks
      niet meer aan|uit|werkt|open|dicht
      doet|werkt het|niet _1 niet|meer
      kapot|stuk|defect|lek|verstopt|gescheurd|gebroken|verkalkt
      lekt|druppelt|stinkt|piept|rammelt|hapert|klemt
      lekkage|foutmelding|foutcode
      probleem|problemen|moeite|gedoe met|bij|om
      heb|hebben|heeft|had|krijg|een|volgende|groot _3 probleem|problemen|storing
      hoe|wat kan|moet|krijg|los|repareer ik|je|we _6 repareren|oplossen|verhelpen|verwijderen|op|weer|maken
      krijg _5 niet
      lukt|lukken _3 niet
      gaat|ging|is _2 mis|fout
      loopt|lopen|zit vast
      komt|gaat|blijft niet|hangen|steken
      weer|alweer|steeds kapot|stuk|lek
      wat doe ik _1 fout|verkeerd
      kapotte|defecte|lekkende|lekke|verstopte|gescheurde
      wil|kan|krijg|lukt|start|gaat|blijft|komt _4 niet
      blijft|steeds|telkens hangen|vastlopen|lekken|uitvallen|piepen|foutmelding|uit
      valt|vallen _2 uit
      doet|geeft raar|foutmelding|geen|niks|vreemd
      kom|komen er|ik niet uit|verder
      radeloos|wanhopig|moedeloos
      wat gaat|doe|is er|ik|hier _1 mis|fout|verkeerd
      hoe kan|komt dit|het dat
      verkeerde geleverd|onderdeel|gestuurd|maat
      wacht|wachten al|nog steeds|op|weken|maanden
      not geen|zonder|nooit _1 probleem|problemen|lekkage
      not probleem|problemen opgelost|verholpen
      not kan|wil niet wachten|klagen|anders
      """,
    trouble: """
      helaas|vervelend|irritant|jammer|balen
      fout|probleem|problemen|verkeerd|slecht
      alweer|steeds
      geluid|herrie|stank|roest|schimmel|scheur|barst|verbrand|bitter|zuur
      geen stroom|druk|water|beeld|geluid|verbinding|reactie|garantie
      niet meer|goed|lekker|genoeg
      hulp
      """,
    solved: """
      [opgelost]
      ^ opgelost
      probleem|vraag|storing _2 opgelost|verholpen|beantwoord
      is|inmiddels|al opgelost|verholpen
      werkt|doet weer|nu|het weer
      not niet|nooit|als|tot _3 opgelost|verholpen|werkt|weer
      """,
    advert: """
      wij|we zoeken|zijn _5 medewerker|collega|barista|versterking|jou|vacature|kandidaat
      vacature|vacatures|solliciteer
      te koop
      ^ aangeboden
      [te|aangeboden|verkoop|v|gesponsord]
      winactie|kortingscode|kortingsbon
      maak kans op
      win een|gratis
      met _1 code|kortingscode
      bestel|koop|shop|boek nu|hier|vandaag|direct
      tijdelijk|tijdelijke aanbieding|actie|korting
      persbericht
      gratis verzending
      vraagprijs
      m v|w x
      stuur je|uw|jouw cv|motivatie|sollicitatie|motivatiebrief
      per direct|uur een|per|medewerker|week
      ^ vacature
      verkoop mijn|wegens|door|onze
      ^ verkoop
      ophalen in|te|of|alleen|bij
      bieden vanaf
      vraagprijs|prijs n|vast|onderhandelbaar|is
      procent|euro korting
      korting|voordeel op|met|van|tot
      schrijf|meld je _1 in|aan
      kaarten|tickets|aanmelden _2 via|verkrijgbaar|nu
      volg ons op
      not te koop ?
      not niet te koop
      """,
    bot: """
      ik ben een bot
      deze actie is|werd automatisch
      automatisch gegenereerd|geplaatst
      dagelijkse|wekelijkse|maandelijkse _2 draad|thread|topic
      """
  )
}
