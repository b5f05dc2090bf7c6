import Testing

@testable import Fetching

@Suite struct NetworksTests {
  @Test(arguments: [
    "8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.169.0.1",
    "198.17.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8",
  ])
  func theOpenInternetIsGlobal(_ text: String) throws {
    #expect(try #require(IPAddress(text)).isGlobal)
  }

  @Test(arguments: [
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
    "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
    "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1",
    "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd12::1", "fe80::1",
    "fec0::1", "ff02::1",
  ])
  func everythingElseIsNot(_ text: String) throws {
    #expect(!(try #require(IPAddress(text)).isGlobal))
  }

  @Test(arguments: [
    ("127.0.0.0/8", "127.9.9.9", true), ("127.0.0.0/8", "10.0.0.1", false),
    ("10.0.0.0/8", "::ffff:10.1.1.1", true), ("192.168.4.0/23", "192.168.5.255", true),
    ("192.168.4.0/23", "192.168.6.0", false), ("::1/128", "::1", true), ("::1", "::1", true),
    ("::1/128", "::2", false), ("fd00::/8", "fd12::1", true), ("0.0.0.0/0", "10.0.0.1", true),
    ("0.0.0.0/0", "::1", false), ("10.0.0.1", "10.0.0.2", false),
  ])
  func aNetworkHoldsItsAddresses(_ network: String, _ address: String, _ isAllowed: Bool) throws {
    let networks = try Networks([network])
    #expect(networks.allows(try #require(IPAddress(address))) == isAllowed)
  }

  @Test(arguments: [
    "", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "::1/129",
    "10.0.0.0/8/8",
    "10.0.0.0/+8x",
  ])
  func whatIsNoNetworkIsSaid(_ text: String) {
    #expect(throws: NetworkDiagnostic(text: text)) { try Networks([text]) }
    #expect(
      NetworkDiagnostic(text: text).description
        == "\"\(text)\" is not a network; write it like 127.0.0.0/8 or ::1/128")
  }
}
