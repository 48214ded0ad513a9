namespace RMF.XProtect.Identity;

/// <summary>Where a site's services are.</summary>
/// <param name="Gateway">The API gateway with a slash at the end, e.g. <c>https://host/api/</c>.</param>
/// <param name="IdentityProvider">The identity provider with a slash at the end.</param>
/// <param name="ProductVersion">The management server's version; empty where it does not say.</param>
internal sealed record SiteAddresses(Uri Gateway, Uri IdentityProvider, string ProductVersion);
