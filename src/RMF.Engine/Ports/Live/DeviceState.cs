namespace RMF.Engine.Ports;

/// <summary>What a site says of one device or recorder.</summary>
/// <param name="Source">What kind of thing.</param>
/// <param name="Id">Its id at the site.</param>
/// <param name="Communication">Whether the site reaches it.</param>
/// <param name="At">When it became so, by the server's clock; null where it did not say.</param>
public sealed record DeviceState(StateSourceKind Source, string Id, CommunicationState Communication, DateTimeOffset? At);
