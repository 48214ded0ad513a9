using RMF.Simulator;

namespace RMF.Simulation.Tests.Lab;

/// <summary>How a <see cref="Duo"/> is set up.</summary>
internal sealed record DuoOptions
{
    /// <summary>True: real sockets on this machine, and the real clock.</summary>
    public bool Sockets { get; init; }

    public Func<string, Personality> PersonalityOf { get; init; } = _ => Personality.V2025R2;

    public TimeSpan TaskDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Secrets besides the sites' own passwords.</summary>
    public IReadOnlyList<(string Name, string Value)> Secrets { get; init; } = [];

    /// <summary>Puts something between a site and the adapter, by the site's name. In process only.</summary>
    public Func<string, HttpMessageHandler, HttpMessageHandler> Wrap { get; init; } = static (_, handler) => handler;
}
