using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulator;

namespace RMF.Service.Demo;

/// <summary>Prints the demo as a person likes to read it.</summary>
internal sealed class DemoScreen(TextWriter output)
{
    private const int MostLines = 12;

    public void Sites(IEnumerable<SimulatedSite> sites)
    {
        output.WriteLine("RMF demo: two simulated XProtect sites on this machine");
        foreach (var site in sites)
        {
            output.WriteLine($"  {site.Name,-10} {site.BaseUri}  {string.Join(", ", site.Recorders.Select(r => r.Name))}");
        }
    }

    public void Step(string title)
    {
        output.WriteLine();
        output.WriteLine(title);
    }

    public void Plan(PreparedRun run)
    {
        var plan = run.Plan;
        if (plan.IsEmpty)
        {
            output.WriteLine(Text($"  No changes. {plan.Summary.Compared} camera pairs compared."));
            Unsupported(plan);
            return;
        }

        var summary = plan.Summary;
        output.WriteLine(Text($"  {summary.Create} devices to add, {summary.Update} objects to change; {summary.Drift} values drifted, {summary.Adopt} pairs found, {summary.Unprotected} cameras not protected yet"));
        var changes = plan.Changes.Where(c => c.Writes).OrderBy(c => c.DependsOn.Count).ThenBy(c => c.Action).ToList();
        foreach (var change in changes.Take(MostLines))
        {
            output.WriteLine($"  {Sign(change.Action)} {change.Address,-44} {change.Name}");
            foreach (var property in change.Properties.Where(_ => change.Action == ChangeAction.Update).Take(3))
            {
                output.WriteLine($"      {property.Path}: {Show(run, property.Before)} -> {Show(run, property.After)}   {property.Reason}");
            }
        }

        if (changes.Count > MostLines)
        {
            output.WriteLine(Text($"    and {changes.Count - MostLines} more"));
        }

        foreach (var guard in plan.Guards)
        {
            output.WriteLine($"  ! {guard.Guard}: {guard.Message}");
        }
    }

    private void Unsupported(Plan plan)
    {
        var left = plan.Changes.Where(c => c.Action == ChangeAction.Unsupported).ToList();
        if (left.Count > 0)
        {
            output.WriteLine(Text($"  {left.Count} objects hold something that is left as it is, e.g. {left[0].Address}: {left[0].Properties.FirstOrDefault()?.Path} ({left[0].Reason})"));
        }
    }

    public void Report(RunReport report)
    {
        output.WriteLine(Text($"  {report.Message} ({report.Duration.TotalSeconds:0.0} s)"));
        foreach (var result in report.Results.Where(r => r.Change.Writes && r.Status != ChangeStatus.Verified).Take(MostLines))
        {
            output.WriteLine($"  {result.Status} {result.Change.Id}: {result.Reason}");
        }
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine("  " + line);
        }
    }

    public void Verdict(DemoResult result)
    {
        output.WriteLine();
        output.WriteLine(result.IsTrue
            ? Text($"All true: {result.Planned} changes planned, made and read back; nothing left to plan; {result.DriftFound} of {result.DriftInjected} drifted values found and repaired; {result.Switched} of {result.Tiles} tiles left the dead recording server (without a picture: p50 {result.GapMsP50:0} ms, p99 {result.GapMsP99:0} ms), {result.WentHome} went home, {result.FalseSwitches} false switches; the outage was exported without a gap, {result.Pictures} pictures in {result.Segments} pieces. {result.Seconds:0.0} s.")
            : Text($"NOT as it should be: planned {result.Planned}, applied {result.Applied}, verified {result.Verified}, planned again {result.Replanned}, drift {result.DriftFound} of {result.DriftInjected} found, {result.DriftLeft} left; tiles: {result.Switched} of {result.Tiles} switched, {result.WentHome} went home, {result.FalseSwitches} false switches; export: {result.Segments} pieces, {result.Holes} holes, {result.ExportFaults} faults."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static char Sign(ChangeAction action) => action switch
    {
        ChangeAction.Create => '+',
        ChangeAction.Delete => '-',
        _ => '~',
    };

    private static string Show(PreparedRun run, PropertyValue? value) => value switch
    {
        null => "(absent)",
        Reference reference => run.Context.Input.Secondary.Find(reference.Target)?.Name ?? run.Context.Input.Primary.Find(reference.Target)?.Name ?? reference.Target.Id,
        Scalar { Value: "" } => "\"\"",
        _ => value.ToString()!,
    };
}
