using RMF.Engine.Ports;

namespace RMF.Engine.Runs;

/// <summary>Why a run could not go on. Never holds a secret.</summary>
/// <param name="Code">Stable number, listed in docs/errors.md.</param>
/// <param name="Message">What is wrong, and where.</param>
/// <param name="Advice">What to do next.</param>
/// <param name="Cause">The site's error behind it, or null.</param>
public sealed record RunFailure(string Code, string Message, string Advice, SiteError? Cause = null)
{
    /// <summary>The result that a pipeline step ends with.</summary>
    public RunResultCode Result { get; init; } = RunResultCode.Error;

    public static RunFailure From(SiteError error) => new("RMF3" + ((int)error.Kind).ToString("000", System.Globalization.CultureInfo.InvariantCulture), error.ToString(), error.Advice, error);
}
