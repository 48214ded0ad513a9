using RMF.Policy.Selection;

namespace RMF.Policy;

/// <summary>Which roles are kept equal. A role is a security decision, so none is unless it is named.</summary>
public sealed record RoleSynchronization
{
    private readonly Wildcard[] include = [];

    /// <summary>Names of roles; <c>*</c> and <c>?</c> are wildcards. Default empty: none. <c>roles: true</c> in the file means all.</summary>
    public IReadOnlyList<string> Include
    {
        get => [.. include.Select(w => w.Text)];
        init => include = [.. value.Select(v => new Wildcard(v))];
    }

    /// <summary>
    /// Whether what the roles may do with microphones, speakers, metadata, inputs and outputs is kept equal too, where the device itself is.
    /// It costs a request for each role and device. Default true.
    /// </summary>
    public bool OtherDevices { get; init; } = true;

    /// <summary>True when at least one role may be kept equal.</summary>
    public bool Enabled => include.Length > 0;

    /// <summary>Whether the role of this name is kept equal.</summary>
    public bool Includes(string roleName) => Array.Exists(include, w => w.IsMatch(roleName));

    /// <summary>Compares by content.</summary>
    public bool Equals(RoleSynchronization? other) => other is not null && OtherDevices == other.OtherDevices && include.SequenceEqual(other.include);

    /// <inheritdoc/>
    public override int GetHashCode() => include.Length;
}
