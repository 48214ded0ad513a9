using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Policies;

/// <summary>
/// Knows the policy in force: from the local copy at the start, then from every site that answers. The newest valid serial counts; what is invalid
/// is reported and changes nothing. Thread-safe. Disposing it ends the asking.
/// </summary>
public sealed class PolicyWatch : IAsyncDisposable
{
    /// <summary>Between two askings where nothing tells of a change.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait for one place's answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The policy in force; null before any was found.</summary>
    public PolicyInForce? Current => null;

    /// <summary>What each place said last.</summary>
    public IReadOnlyList<PlaceSaid> Places => [];

    /// <summary>When all places were asked last, UTC; null before that.</summary>
    public DateTimeOffset? LastAsked => null;

    /// <summary>Asks at once, e.g. because a message told of a change.</summary>
    public void Wake() => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
