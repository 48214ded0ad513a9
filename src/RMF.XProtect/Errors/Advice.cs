using RMF.Engine.Ports;

namespace RMF.XProtect.Errors;

/// <summary>What to do next, by kind of failure.</summary>
internal static class Advice
{
    public const string Certificate =
        "Install the certificate of the authority that issued it on this machine, use the name that the certificate is made out to, "
        + "or pin this one certificate by its thumbprint in the site's tls settings after comparing it on the server. "
        + "verify: false turns the check off and is not for production.";

    public const string AccountLocked = "Wait until the account unlocks or have an administrator unlock it. Do not try again before: each wrong attempt counts.";

    public const string ChangePassword = "Log in once with Smart Client or Management Client, change the password there, and put the new one into the secret.";

    public const string TokenTakenOver = "The token was handed in and cannot be renewed here. Get a new one from the tool that made it and connect again.";

    public const string TokenMangled = "Hand over the text of the token alone. A file often ends with a line break: in PowerShell, (Get-Content token.txt) reads it without, and -Raw with it.";

    public const string TokenLent = "Log in again in that program. The account may have no right to this site's API gateway.";

    public static string For(SiteErrorKind kind) => kind switch
    {
        SiteErrorKind.Unreachable => "Check the site's URI: host name, port, and http or https; then the network and the firewall.",
        SiteErrorKind.CertificateNotTrusted => Certificate,
        SiteErrorKind.InvalidCredentials => "Check the user name and the password, and whether it is a basic user or a Windows user.",
        SiteErrorKind.Unauthorized => "Log in again. If it goes on, compare the clocks of this machine and the management server.",
        SiteErrorKind.Forbidden => "Give the account's role the permission in Management Client, under Security, Roles, Overall Security.",
        SiteErrorKind.NotFound => "Read the site again: the object was deleted or moved meanwhile.",
        SiteErrorKind.BadRequest => "The server does not take this value. Compare it with what Management Client offers for the same device.",
        SiteErrorKind.AlreadyExists => "Nothing to do: pair the existing object instead of adding it.",
        SiteErrorKind.DeviceUnreachable => "Check that the device is on, that the recording server reaches its address and port, and the device's user name and password.",
        SiteErrorKind.TaskFailed => "Look into the recording server's and the management server's logs at this time.",
        SiteErrorKind.Timeout => "Try again when the server is less busy, or allow more time with readTimeout or taskTimeout.",
        SiteErrorKind.ConnectionLost => "Try again; if it goes on, look for a proxy, a load balancer or a restarting service between here and the site.",
        SiteErrorKind.ServerError => "Try again later; if it goes on, look into the API Gateway's and the management server's logs.",
        SiteErrorKind.UnexpectedAnswer => "Check that the URI is the management server's and that the API Gateway is installed and running there.",
        SiteErrorKind.NotSupported => "Leave this out for this site, or upgrade its XProtect release or device pack.",
        _ => "See the message.",
    };
}
