using System.Management.Automation;
using System.Security;
using RMF.Simulator;

namespace RMF.PowerShell;

/// <summary>A simulated site that runs in this session. Faults and requests are as they are when they are read.</summary>
public sealed class RmfSimulator
{
    internal RmfSimulator(SimulatedSite site, WorldSite from, string world, string personality)
    {
        Simulated = site;
        Site = site.Name;
        Side = from.Side is { Length: > 0 } side ? char.ToUpperInvariant(side[0]) + side[1..] : "";
        BaseUri = site.BaseUri;
        User = site.BasicUser;
        World = world;
        Personality = personality;
        Cameras = from.CameraCount;
        Recorders = [.. site.Recorders.Select(r => new SimulatorRecorder { Recorder = r.Name, Id = r.Id.ToString(), Port = r.Port })];
        Password = new SecureString();
        foreach (var c in site.Password)
        {
            Password.AppendChar(c);
        }

        Password.MakeReadOnly();
    }

    /// <summary>The site's name.</summary>
    public string Site { get; }

    /// <summary>Primary or Secondary, as the world suggests; empty where it does not say.</summary>
    public string Side { get; }

    /// <summary>Where it answers.</summary>
    public Uri BaseUri { get; }

    /// <summary>The basic user that may log in.</summary>
    public string User { get; }

    /// <summary>Its password.</summary>
    public SecureString Password { get; }

    /// <summary>User and password in one.</summary>
    public PSCredential Credential => new(User, Password);

    /// <summary>The world it is of.</summary>
    public string World { get; }

    /// <summary>The XProtect release that it behaves like.</summary>
    public string Personality { get; }

    /// <summary>Its recording servers and their ports.</summary>
    public SimulatorRecorder[] Recorders { get; }

    /// <summary>Cameras at the start.</summary>
    public int Cameras { get; }

    /// <summary>What goes wrong with it now.</summary>
    public string[] Faults => [.. Simulated.Faults.List().Select(f => FaultText.Of(f.Fault))];

    /// <summary>Requests that it answered.</summary>
    public long Requests => Simulated.Requests.Total;

    /// <summary>Requests among them that may have changed it: tasks, updates, additions, deletes. A log-in is none.</summary>
    public int Writes => Simulated.Requests.Writes().Count;

    internal SimulatedSite Simulated { get; }

    /// <summary>The environment variable where a policy for this site may look for its password.</summary>
    internal string PasswordVariable => "RMF_" + new string([.. Site.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]) + "_PASSWORD";

    /// <inheritdoc/>
    public override string ToString() => Site;
}
