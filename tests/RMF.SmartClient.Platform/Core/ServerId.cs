namespace VideoOS.Platform;

public class ServerId
{
    public Guid Id;

    public ServerId(string type, string hostname, int port, Guid id)
        : this(type, "http", hostname, port, id)
    {
    }

    public ServerId(string type, string scheme, string hostname, int port, Guid id)
    {
        ServerType = type;
        ServerScheme = scheme;
        ServerHostname = hostname;
        Serverport = port;
        Id = id;
    }

    public string ServerType { get; set; }

    public string ServerScheme { get; set; }

    public string ServerHostname { get; set; }

    public int Serverport { get; set; }

    public Uri Uri => new UriBuilder(ServerScheme, ServerHostname, Serverport).Uri;

    public override bool Equals(object otherObject) => otherObject is ServerId other && other.Id == Id;

    public override int GetHashCode() => Id.GetHashCode();
}
