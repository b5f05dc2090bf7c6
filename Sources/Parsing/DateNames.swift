/// The names that stand in dates.
enum DateNames {
  /// The month of a word in lower case: English by its first three letters, others as they stand in
  /// feeds.
  static func month(_ word: String) -> Int? {
    if let month = months[word] { return month }
    guard word.utf8.count >= 3 else { return nil }
    return english.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
  }

  private static let english = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// What three letters mean in nearly every date, told without making a word of them.
  enum English {
    case weekday
    case month(Int)

    init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      switch UInt32(first | 0x20) << 16 | UInt32(second | 0x20) << 8 | UInt32(third | 0x20) {
      case 0x6D_6F_6E, 0x74_75_65, 0x77_65_64, 0x74_68_75, 0x66_72_69, 0x73_61_74, 0x73_75_6E:
        self = .weekday
      case 0x6A_61_6E: self = .month(1)
      case 0x66_65_62: self = .month(2)
      case 0x6D_61_72: self = .month(3)
      case 0x61_70_72: self = .month(4)
      case 0x6D_61_79: self = .month(5)
      case 0x6A_75_6E: self = .month(6)
      case 0x6A_75_6C: self = .month(7)
      case 0x61_75_67: self = .month(8)
      case 0x73_65_70: self = .month(9)
      case 0x6F_63_74: self = .month(10)
      case 0x6E_6F_76: self = .month(11)
      case 0x64_65_63: self = .month(12)
      default: return nil
      }
    }
  }

  /// Names that do not begin like the English ones, a line a month.
  private static let months: [String: Int] = {
    let lines = """
      ene enero janv janvier janeiro gen gennaio jän jänner januári ιαν ιαννουάριος \
        ιανουαρίου янв янв. января січня sty stycznia oca ocak led ledna leden tammi \
        tammikuu tammikuuta ian
      fév fevr févr février fevereiro feb φεβ φεβρουαρίου февр фев февраля лютого lut lutego \
        luty şub şubat úno únor února helmi helmikuu helmikuuta
      mär maerz märz mrz mars marzo março mrt maart márc március μάώ μαώ μαρ μάρ μαρτίου мар \
        март марта березня marca mart bře březen března maalis maaliskuu maaliskuuta
      abr abril avr avril ápr április απρ απριλίου апр апрель апреля квітня kwi kwietnia \
        kwiecień nis nisan dub duben dubna huhti huhtikuu huhtikuuta
      mai maggio mag maio mei mayo maj máj május μάι μαϊ μαι μαΐου μαίου май мая травня maja \
        mayıs květen května touko toukokuu toukokuuta maí
      juin giu giugno junho junio juni jún június ιούν ιον ιουν ιουνίου июн июнь июня червня \
        cze czerwca czerwiec haz haziran čer červen června kesä kesäkuu kesäkuuta iun
      juil juillet lug luglio julho julio juli júl július ιούλ ιολ ιουλ ιουλίου июл июль \
        июля липня lip lipca lipiec tem temmuz červenec července heinä heinäkuu heinäkuuta \
        iul
      ago agosto août aout augusztus αύγ αυγ αυγούστου авг август августа серпня sie \
        sierpnia sierpień ağu ağustos srp srpen srpna elo elokuu elokuuta ágú
      set setembro settembre szept szeptember septiembre σεπ σεπτεμβρίου сен сент сентябрь \
        сентября вересня wrz września wrzesień eyl eylül zář září syys syyskuu syyskuuta
      okt oktober október ott ottobre out outubro οκτ οκτωβρίου окт октябрь октября жовтня \
        paź października październik eki ekim říj říjen října loka lokakuu lokakuuta
      νοέ νοε νοεμβρίου ноя нояб ноябрь ноября листопада novembro noviembre lis listopada \
        listopad kas kasım marras marraskuu marraskuuta nóv
      dez dezember dezembro dic diciembre dicembre déc décembre δεκ δεκεμβρίου дек декабрь \
        декабря грудня des desember gru grudnia grudzień ara aralık pro prosinec prosince \
        joulu joulukuu joulukuuta
      """.split(separator: "\n")
    var months: [String: Int] = [:]
    for (index, line) in lines.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// The halves of the day beyond AM and PM, as hours to add: Korean, Chinese, Japanese, Greek.
  static let halves = [
    "오전": 0, "오후": 12, "上午": 0, "下午": 12, "午前": 0, "午後": 12, "πμ": 0, "μμ": 12,
  ]

  /// The words of a Korean date (year, month, day, and the halves of the day); one that has them
  /// and no zone is in Korean time.
  static let korean: Set<String> = ["년", "월", "일", "오전", "오후"]
  static let koreanZone = 540

  /// Minutes east of Greenwich. Names that several places share mean what RFC 822 says, or what most
  /// feeds with them mean (IST is India's, BST Britain's). The military letters other than Z are
  /// read as UTC, for RFC 822 had their signs wrong (RFC 2822, section 4.3).
  static let zones: [String: Int] = {
    var zones: [String: Int] = [
      "utc": 0, "gmt": 0, "ut": 0, "z": 0, "zulu": 0, "wet": 0, "etc/gmt": 0, "etc/utc": 0,
      "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420,
      "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480,
      "hst": -600, "ast": -240, "adt": -180, "nst": -210, "ndt": -150, "brt": -180, "brst": -120,
      "art": -180, "clt": -240, "west": 60, "bst": 60, "ist": 330, "cet": 60, "cest": 120,
      "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "sast": 120,
      "msk": 180, "msd": 240, "trt": 180, "gst": 240, "pkt": 300, "wib": 420, "ict": 420,
      "hkt": 480, "sgt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "acdt": 630,
      "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    ]
    for letter in "abcdefghiklmnopqrstuvwxy" { zones[String(letter)] = 0 }
    return zones
  }()
}
