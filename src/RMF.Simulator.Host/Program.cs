using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RMF.Simulator;
using RMF.Simulator.Host;

var (arguments, problem) = HostArguments.Parse(args);
if (arguments is null)
{
    Console.Error.WriteLine(problem);
    return ExitCodes.Usage;
}

using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    var (site, listen) = HostSetup.Prepare(arguments);
    await using (site)
    {
        await site.ListenAsync(listen, stop.Token);
        Console.Out.WriteLine(ReadyLine.Of(site));
        Console.Out.Flush();
        await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    return ExitCodes.Done;
}
catch (Exception wrong) when (wrong is WorldException or IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
{
    Console.Error.WriteLine(wrong is ArgumentException ? wrong.Message.Split(" (Parameter", 2)[0] : wrong.Message);
    return ExitCodes.Usage;
}
catch (SocketException taken)
{
    Console.Error.WriteLine($"Cannot listen on {arguments.Url}: {taken.Message}");
    return ExitCodes.Failed;
}
catch (OperationCanceledException)
{
    return ExitCodes.Done;
}

void Stop(PosixSignalContext signal)
{
    // Ending is ours to do: sockets are closed first.
    signal.Cancel = true;
    stop.Cancel();
}
