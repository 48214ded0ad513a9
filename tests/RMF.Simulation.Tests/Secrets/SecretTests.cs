using System.Text;
using RMF.Engine.Journal;
using RMF.Engine.Plans;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Secrets;

/// <summary>
/// A whole run with passwords of its own for each site and each device: logged in, devices added, requests refused by a server that quotes what it
/// was sent, connections lost. No artefact holds one of them, in any spelling.
/// </summary>
[Trait("Proof", "secrets")]
public sealed class SecretTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-secrets-").FullName;
    private readonly List<string> artefacts = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("page")]
    [InlineData("form")]
    public async Task No_artefact_of_a_run_holds_a_password(string echo)
    {
        var world = Make();
        var calls = 0;
        var handlers = new List<EchoingHandler>();
        HttpMessageHandler Wrap(string site, HttpMessageHandler inner)
        {
            if (echo.Length == 0)
            {
                return inner;
            }

            // Every third write, and a log-in now and then.
            handlers.Add(new EchoingHandler(inner, r => r.Method != HttpMethod.Get && !r.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal) && Interlocked.Increment(ref calls) % 3 == 0, echo));
            return handlers[^1];
        }

        await using var duo = await Duo.StartAsync(world, d => Texts.TwoSites(d, "lifecycle: { add: true, replace: true, move: true, delete: true }"), new DuoOptions { Wrap = Wrap });
        if (echo.Length == 0)
        {
            duo.Secondary.Faults.Add(Fault.On(FaultKind.ResetAfterEffect, "POST", "*AddHardware*"));
            duo.Secondary.Faults.Add(Fault.On(FaultKind.ExpireTokens, "POST", null, skip: 3));
        }

        var request = await duo.RequestAsync() with { Journal = new FileJournal(folder) };
        for (var i = 0; i < 3; i++)
        {
            var planned = await duo.TryPlanAsync(request);
            artefacts.Add(planned.Failure?.ToString() ?? "");
            if (planned.Value is not { } run)
            {
                continue;
            }

            artefacts.Add(PlanWriter.ToText(run.Plan));
            var applied = await duo.Engine.ApplyAsync(run, [], CancellationToken.None);
            artefacts.Add(applied.Failure?.ToString() ?? Duo.Describe(applied.Value!) + applied.Value!.Results.Count);
            artefacts.AddRange(applied.Value?.Results.Select(r => r.ToString() + string.Join(' ', r.NotTaken)) ?? []);
        }

        artefacts.Add(Encoding.UTF8.GetString(duo.Store.Stored ?? []));
        artefacts.AddRange(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllText));
        artefacts.AddRange(duo.Verbose);
        artefacts.AddRange(duo.Events.Select(e => e.ToString() + e.Message + e.Result?.Reason));
        Assert.True(echo.Length == 0 || handlers.Sum(h => h.Refused) > 0, "nothing was refused");
        Assert.True(echo.Length > 0 || duo.Secondary.Data.List("hardware").Count > 0, "no device was added: no password was sent");
        AssertNone(duo, world);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("form")]
    public async Task A_refused_log_in_does_not_quote_the_password(string echo)
    {
        var world = Make();
        await using var duo = await Duo.StartAsync(world, d => Texts.TwoSites(d), new DuoOptions { Wrap = (_, inner) => new EchoingHandler(inner, r => r.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal), echo) });
        var logins = await new RMF.Engine.Runs.Setup.SiteLogin(duo.Connector, duo.Secrets).ConnectAllAsync(duo.Policy, CancellationToken.None);
        artefacts.Add(logins.Failure!.ToString());
        artefacts.AddRange(duo.Verbose);
        AssertNone(duo, world);
    }

    /// <summary>Passwords with characters that JSON, forms and quotes spell otherwise.</summary>
    private static World Make()
    {
        var world = World.Generate(new WorldShape { Cameras = 6, RecordersPerSite = 1 });
        var number = 0;
        var primary = world.Sites[0] with
        {
            Password = "Vr9\"mQptyz & s3cret+1é",
            Recorders = [.. world.Sites[0].Recorders.Select(r => r with { Hardware = [.. r.Hardware.Select(h => h with { Password = FormattableString.Invariant($"Zk<{++number}> \\p4ssKwj'word%/") })] })],
        };
        var secondary = world.Sites[1] with { Password = "Qx7;zvkWqr=pa55 word,2", Recorders = [.. world.Sites[1].Recorders.Select(r => r with { Hardware = [] })], CameraGroups = [] };
        return new World(world.Name, [primary with { CameraGroups = [] }, secondary], world.Seed);
    }

    private void AssertNone(Duo duo, World world)
    {
        var passwords = duo.Sites.Select(s => s.Password).Concat(world.Sites[0].Recorders.SelectMany(r => r.Hardware).Select(h => h.Password)).ToList();
        Assert.True(artefacts.Sum(a => a.Length) > 100);
        foreach (var text in artefacts)
        {
            foreach (var password in passwords)
            {
                // The middle of each is enough to know it by, however its ends are quoted.
                foreach (var part in new[] { password, Uri.EscapeDataString(password), Longest(password) })
                {
                    Assert.False(text.Contains(part, StringComparison.Ordinal), $"'{part}' of '{password}' stands in: {Around(text, part)}");
                }
            }

            Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
        }
    }

    private static string Longest(string password) => password.Split('"', '&', '+', '<', '>', '\\', '\'', '%', '/', ' ', ';', '=', ',', 'é').MaxBy(p => p.Length)!;

    private static string Around(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
    }
}
