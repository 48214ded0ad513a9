using RMF.Core.Pairing;

namespace RMF.Core.Tests.Pairing;

public sealed class DeviceAddressTests
{
    [Theory]
    [InlineData("http://10.0.0.5/", "10.0.0.5", 80)]
    [InlineData("http://10.0.0.5", "10.0.0.5", 80)]
    [InlineData(" 10.0.0.5 ", "10.0.0.5", 80)]
    [InlineData("10.0.0.5:8080", "10.0.0.5", 8080)]
    [InlineData("https://CAM-1.example/", "cam-1.example", 443)]
    [InlineData("https://cam:8443/axis-cgi/x", "cam", 8443)]
    [InlineData("http://[fe80::1]:81/", "[fe80::1]", 81)]
    [InlineData("rtsp://10.0.0.5/stream", "10.0.0.5", 554)]
    [InlineData("onvif://10.0.0.5/", "10.0.0.5", 80)]
    public void Host_and_port_are_read_from_what_a_server_holds(string text, string host, int port)
        => Assert.Equal(new DeviceAddress(host, port), DeviceAddress.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("http://")]
    [InlineData("http:// a b/")]
    [InlineData("10.0.0.5:port")]
    public void What_is_no_address_is_none(string? text) => Assert.Null(DeviceAddress.Parse(text));

    [Fact]
    public void The_port_is_shown_where_it_is_not_80()
    {
        Assert.Equal("10.0.0.5", new DeviceAddress("10.0.0.5", 80).ToString());
        Assert.Equal("10.0.0.5:443", new DeviceAddress("10.0.0.5", 443).ToString());
    }

    [Theory]
    [InlineData("00:40:8C:12:34:ab", "00408C1234AB")]
    [InlineData("00-40-8c-12-34-AB", "00408C1234AB")]
    [InlineData("0040.8c12.34ab", "00408C1234AB")]
    [InlineData("00408C1234AB", "00408C1234AB")]
    [InlineData("00:00:00:00:00:00", null)]
    [InlineData("00:40:8C:12:34", null)]
    [InlineData("00:40:8C:12:34:AB:CD", null)]
    [InlineData("00:40:8C:12:34:AG", null)]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_MAC_address_has_one_spelling(string? text, string? expected) => Assert.Equal(expected, MacAddress.Normalise(text));
}
