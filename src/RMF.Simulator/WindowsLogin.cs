namespace RMF.Simulator;

/// <summary>How the windows_credentials grant is answered. No real Negotiate exchange takes place: that needs a domain.</summary>
public enum WindowsLogin
{
    /// <summary>400 invalid_grant: a site without Windows users.</summary>
    Refuse,

    /// <summary>401 with a challenge until the request carries a Negotiate or NTLM header, and always on the gateway's path, which does not pass it on.</summary>
    RequireNegotiate,

    /// <summary>A token without further questions.</summary>
    Accept,
}
