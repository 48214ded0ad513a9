using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Login;

public class LoginSettingsCache
{
    internal LoginSettingsCache()
    {
    }

    public static LoginSettings GetLoginSettings(FQID fqid) => GetLoginSettings(fqid.ServerId.Id);

    public static LoginSettings GetLoginSettings(Guid serverId) => FakeSession.Client.LoginOf(serverId);
}
