#nullable enable
using System.Collections.ObjectModel;
using VideoOS.Platform.Messaging;

namespace VideoOS.Platform.Fake;

/// <summary>The one client that this process plays. The host sets it before any plugin is loaded.</summary>
internal static class FakeSession
{
    private static IFakeClient? client;

    public static IFakeClient Client => client ?? throw new InvalidOperationException("This VideoOS.Platform is a stand-in for tests. It works in the test host alone.");

    public static FakeReceivers Receivers { get; private set; } = new();

    public static FakePlaybacks Playback { get; private set; } = new();

    /// <summary>Logs in: what was left of the client before is forgotten.</summary>
    public static void Begin(IFakeClient next)
    {
        client = next;
        Receivers = new();
        Playback = new();
    }

    public static IEnumerable<Item> AllItems() => Client.Sites.Concat(Client.Roots.SelectMany(Below));

    public static Collection<object> Send(Message message, FQID? destination, FQID? sender)
    {
        var answers = new Collection<object>();
        Add(Client.Handle(message, destination));
        Add(Playback.Handle(message, destination));
        foreach (var answer in Receivers.Deliver(message, destination, sender))
        {
            Add(answer);
        }

        return answers;

        void Add(object? answer)
        {
            if (answer is not null)
            {
                answers.Add(answer);
            }
        }
    }

    private static IEnumerable<Item> Below(Item item) => item.Children.SelectMany(Below).Prepend(item);
}
