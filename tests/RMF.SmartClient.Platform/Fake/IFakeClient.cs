#nullable enable
using System.Windows.Threading;
using VideoOS.Platform.Login;
using VideoOS.Platform.Messaging;

namespace VideoOS.Platform.Fake;

/// <summary>What stands behind the stand-in: the test host's sites, operator and options. Members may be called from any thread.</summary>
internal interface IFakeClient
{
    /// <summary>The user interface's thread.</summary>
    Dispatcher Dispatcher { get; }

    Item MasterSite { get; }

    IReadOnlyList<Item> Sites { get; }

    /// <summary>The tree's top: a folder of cameras for each site.</summary>
    IReadOnlyList<Item> Roots { get; }

    Mode Mode { get; set; }

    DateTime UtcNow { get; }

    LoginSettings? LoginOf(Guid serverId);

    bool May(Item item, string action);

    /// <summary>The text of an option; null where it was never written.</summary>
    string? ReadOption(Guid id, bool mine);

    void WriteOption(Guid id, bool mine, string xml);

    void Log(bool error, string location, string message);

    /// <summary>What the client itself does with a message; null = nothing.</summary>
    object? Handle(Message message, FQID? destination);

    /// <summary>Begins to receive; ends when it is disposed, after which the sink hears no more.</summary>
    IDisposable OpenLive(Item camera, IFakeLive sink);

    /// <summary>Opens a camera's recordings; null where the recorder does not answer or refuses.</summary>
    Task<IFakeFrames?> OpenFramesAsync(Item camera);

    /// <summary>What is recorded in a range; null where nobody answers.</summary>
    Task<IReadOnlyList<(DateTime Start, DateTime End)>?> ReadSequencesAsync(Item camera, DateTime from, DateTime to);
}
