namespace RMF.Engine.Ports;

/// <summary>What went wrong at a site, as far as the caller's next step depends on it.</summary>
public enum SiteErrorKind
{
    /// <summary>No connection: name, port or network.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted.</summary>
    CertificateNotTrusted,

    /// <summary>User name or password is wrong, or the account is locked or must change its password.</summary>
    InvalidCredentials,

    /// <summary>The token was refused twice.</summary>
    Unauthorized,

    /// <summary>The account lacks a permission.</summary>
    Forbidden,

    NotFound,

    /// <summary>The server refused the request as it stands (400).</summary>
    BadRequest,

    /// <summary>The object is already there (VMO60276 and the like).</summary>
    AlreadyExists,

    /// <summary>The device or its recording server cannot be reached from the site.</summary>
    DeviceUnreachable,

    /// <summary>A task of the server ended in an error.</summary>
    TaskFailed,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The connection broke in the middle of an answer.</summary>
    ConnectionLost,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>The answer is not what XProtect answers, e.g. HTML.</summary>
    UnexpectedAnswer,

    /// <summary>The server's release or the item's driver cannot do this.</summary>
    NotSupported,
}
