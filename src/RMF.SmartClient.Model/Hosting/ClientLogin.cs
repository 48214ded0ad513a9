namespace RMF.SmartClient.Model.Hosting;

/// <summary>A management server that the client is logged in to.</summary>
/// <param name="Id">The server's id, a GUID in lower case.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Uri">Where it is.</param>
public sealed record ClientLogin(string Id, string Name, Uri Uri);
