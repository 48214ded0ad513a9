#nullable enable
namespace VideoOS.Platform.Fake;

/// <summary>Recorded pictures of one camera, one call at a time.</summary>
internal interface IFakeFrames : IDisposable
{
    /// <summary>The last picture at or before a time, else the first after it; null where nothing is recorded or nobody answers.</summary>
    Task<FakeFrame?> GoToAsync(DateTime time);
}
