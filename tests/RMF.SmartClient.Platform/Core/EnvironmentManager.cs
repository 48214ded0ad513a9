using System.Collections.ObjectModel;
using VideoOS.Platform.Fake;
using VideoOS.Platform.Messaging;

namespace VideoOS.Platform;

public class EnvironmentManager
{
    internal EnvironmentManager()
    {
    }

    public static EnvironmentManager Instance { get; } = new();

    public virtual FQID MasterSite => FakeSession.Client.MasterSite.FQID;

    public virtual FQID CurrentSite => FakeSession.Client.MasterSite.FQID;

    public virtual Mode Mode
    {
        get => FakeSession.Client.Mode;
        set => FakeSession.Client.Mode = value;
    }

    public virtual EnvironmentType EnvironmentType => EnvironmentType.SmartClient;

    public virtual Item GetSiteItem(FQID fqid) => GetSiteItem(fqid.ServerId.Id);

    public virtual Item GetSiteItem(Guid serverId) => FakeSession.Client.Sites.FirstOrDefault(s => s.FQID.ServerId.Id == serverId);

    public virtual object RegisterReceiver(MessageReceiver messageReceiver, MessageFilter filter) => FakeSession.Receivers.Add(messageReceiver, filter);

    public virtual void UnRegisterReceiver(object receiver) => FakeSession.Receivers.Remove(receiver);

    public virtual Collection<object> SendMessage(Message message) => SendMessage(message, null);

    public virtual Collection<object> SendMessage(Message message, FQID destination) => SendMessage(message, destination, null);

    public virtual Collection<object> SendMessage(Message message, FQID destination, FQID sender) => FakeSession.Send(message, destination, sender);

    public virtual void PostMessage(Message message) => PostMessage(message, null);

    public virtual void PostMessage(Message message, FQID destination) => PostMessage(message, destination, null);

    public virtual void PostMessage(Message message, FQID destination, FQID sender) =>
        _ = FakeSession.Client.Dispatcher.BeginInvoke(new Action(() => FakeSession.Send(message, destination, sender)));

    public virtual void Log(bool error, string location, string message) => FakeSession.Client.Log(error, location, message);

    public virtual void Log(bool error, string location, string message, Exception[] exceptions) =>
        FakeSession.Client.Log(error, location, exceptions is null ? message : string.Join(Environment.NewLine, exceptions.Select(e => e.ToString()).Prepend(message)));
}
