namespace RMF.Policy.Shapes;

/// <summary>Names of keys under which people keep secrets.</summary>
internal static class SecretWords
{
    private static readonly string[] Words =
        ["password", "passwd", "passwort", "pwd", "passphrase", "token", "secret", "apikey", "accesskey", "privatekey", "clientsecret", "bearer"];

    public static bool IsSecret(string key)
    {
        var compact = key.Replace("_", "").Replace("-", "").ToLowerInvariant();
        return Array.Exists(Words, w => compact.Contains(w));
    }
}
