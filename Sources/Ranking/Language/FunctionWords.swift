/// The most frequent function words of languages, by Snowball name: nearly every text of some length
/// has a few of them, whatever it is about.
///
/// Chosen from the stop word lists of the Snowball project; in small letters, with their accents. What
/// is a frequent word in several languages counts for each of them.
enum FunctionWords {
  /// The languages of which a word is a function word: a bit for each, by its place in `languages`.
  static func languages(of word: String) -> UInt32 { bits[word] ?? 0 }

  /// In the order of their bits.
  static let languages = lists.map(\.language)

  private static let bits: [String: UInt32] = {
    var bits: [String: UInt32] = [:]
    for (place, list) in lists.enumerated() {
      for word in list.words.split(separator: " ") {
        bits[String(word), default: 0] |= 1 << UInt32(place)
      }
    }
    return bits
  }()

  static let lists: [(language: String, words: String)] = [
    (
      "arabic",
      "في من على أن إلى عن التي هذا هذه الذي مع لا ما كان بعد كل قد أو هو هي ذلك بين لم لكن"
    ),
    (
      "danish",
      "og i det at en den til er som på de med han af for ikke der var et har jeg men om havde fra "
        + "hvad meget også nogle blev efter vil kan når mig"
    ),
    (
      "dutch",
      "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om "
        + "dan zou of wat mijn dit zo door naar ook wel geen bij uit nog kan je heeft wordt"
    ),
    (
      "english",
      "the of and to a in is i it that you for on with as are was but be at this have from or not "
        + "my they we if your what by an can would there which do about so has"
    ),
    (
      "finnish",
      "ja on ei että se oli hän en mutta ovat kun niin olen sen mitä jos kuin tai myös vain mukaan "
        + "minun tämä nyt joka ole voi sitä"
    ),
    (
      "french",
      "de la le et les des en un une du est que qui dans pour pas je il au ce sur ne se plus par "
        + "vous avec sont mais nous j c d l qu n mon son cette ou y être fait très"
    ),
    (
      "german",
      "der die und das ich ist nicht in zu den es ein sie mit auf für eine dem von im auch sich "
        + "als an wie so aber hat man bei noch nur oder wenn werden kann mein ihr war aus einen wir"
    ),
    (
      "greek",
      "και το να του η της με που την από για είναι τα οι στο τον δεν θα ένα σε αυτό μου στην μια "
        + "των στη αλλά πως τι αν"
    ),
    (
      "hindi",
      "के का है की में से और को हैं पर यह नहीं एक भी ने कि लिए हो इस तो जो था कर या वह"
    ),
    (
      "hungarian",
      "a az és hogy nem is egy ez meg de csak már volt van ha mint még el nagyon vagy kell lesz azt "
        + "ami itt minden én"
    ),
    (
      "indonesian",
      "yang dan di itu dengan untuk tidak ini dari dalam akan pada saya ke ada bisa adalah juga "
        + "atau sudah kami kita mereka karena oleh seperti"
    ),
    (
      "italian",
      "di e che la il un a per è in una non sono mi si ho lo ma ha le i del della con da come anche "
        + "più se al questo dei nel ci alla gli quando cosa"
    ),
    (
      "norwegian",
      "og i det på som er en til å at han av for med ikke der den har jeg var et men de om hva "
        + "meg fra også noe bare veldig blir eller skal kan når etter"
    ),
    (
      "portuguese",
      "de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele das à "
        + "seu sua ou quando muito nos já eu também só pelo pela até isso você está"
    ),
    (
      "romanian",
      "și de la în a nu o cu că să pe este un mai din care pentru am se dar au ce sunt fi fost dacă "
        + "ca sau această foarte îl"
    ),
    (
      "russian",
      "и в не на я что он с как а то это по но все она так его у же из за от мы вы о для бы мне или "
        + "есть если когда только ещё еще был"
    ),
    (
      "spanish",
      "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le "
        + "ya o este sí porque esta muy sin sobre también me hay donde mi yo qué"
    ),
    (
      "swedish",
      "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av "
        + "icke inte mig du har från eller vad också när kan mycket nu min"
    ),
    (
      "tamil",
      "ஒரு என்று மற்றும் இந்த இது என்ற கொண்டு என்பது பல ஆகும் அல்லது அவர் நான் உள்ள அந்த இவர்"
    ),
    (
      "turkish",
      "bir ve bu da de için ne çok ben mi daha gibi ama o ile var kadar sonra olarak en olan değil "
        + "her ki diye yok şey"
    ),
  ]
}
