using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Util;

public class SecurityAccess
{
    internal SecurityAccess()
    {
    }

    public static void CheckPermission(Item item, string actionId)
    {
        if (!FakeSession.Client.May(item, actionId))
        {
            throw new NotAuthorizedMIPException($"The operator may not {actionId} on {item.Name}.");
        }
    }
}
