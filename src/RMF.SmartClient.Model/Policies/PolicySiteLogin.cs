using RMF.Policy;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Policies;

/// <summary>A site of the policy, and the client's log-in to it.</summary>
/// <param name="Name">The site's name in the policy.</param>
/// <param name="Side">The side that it belongs to.</param>
/// <param name="Login">The log-in; null where the client has none that fits.</param>
public sealed record PolicySiteLogin(string Name, SiteSide Side, ClientLogin? Login);
