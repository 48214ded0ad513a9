using RMF.Service.Demo;

return args switch
{
    ["demo", .. var rest] => await DemoProgram.RunAsync(rest).ConfigureAwait(false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project src/RMF.Service -- demo [--json] [--world NAME|FILE] [--policy FILE]");
    Console.Error.WriteLine("  demo    runs the main job on two simulated sites on this machine: plan, apply, verify, drift, repair");
    return 1;
}
