namespace RMF.Engine.Ports;

/// <summary>A site that another one lists below it in a federation.</summary>
/// <param name="Name">What its parent calls it.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Addresses">Where it can be reached, as the parent knows; may be empty.</param>
public sealed record ChildSite(string Name, string Id, IReadOnlyList<Uri> Addresses);
