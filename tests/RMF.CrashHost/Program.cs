using RMF.CrashHost;
using RMF.Engine.Journal;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Engine.State;
using RMF.Policy;
using RMF.XProtect;

// RMF.CrashHost POLICY STATE JOURNAL RECORD: one run of the policy, which kills its process when so many records are on the disk.
// Ends with 3 when the run ended before that.
var read = PolicyReader.Parse(await File.ReadAllTextAsync(args[0]), args[0]);
var policy = read.Policy ?? throw new InvalidOperationException(string.Join('\n', read.Messages));
var secrets = new EnvironmentSecrets();
var logins = await new SiteLogin(new XProtectConnector(new XProtectOptions(TimeProvider.System, Seed: 1)), secrets).ConnectAllAsync(policy, CancellationToken.None);
using var sites = logins.TryGet(out var connected, out var failure) ? connected : throw new InvalidOperationException(failure.Message);
var engine = new RedundancyEngine(new EngineServices { Time = TimeProvider.System, NewId = Guid.NewGuid, NewKey = length => new byte[length], Secrets = secrets });
var journal = new DeadlyJournal(new FileJournal(args[2]), int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));
var planned = await engine.PlanAsync(new PlanRequest(policy, sites, new FileStateStore(args[1])) { Journal = journal }, CancellationToken.None);
var run = planned.TryGet(out var prepared, out failure) ? prepared : throw new InvalidOperationException(failure.Message);
var applied = await engine.ApplyAsync(run, [], CancellationToken.None);
return applied.TryGet(out _, out failure) ? 3 : throw new InvalidOperationException(failure.Message);
