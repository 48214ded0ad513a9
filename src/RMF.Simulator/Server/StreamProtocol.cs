namespace RMF.Simulator.Server;

/// <summary>Serves a connection that does not speak HTTP, until its end.</summary>
/// <param name="connection">The connection, to be reset if need be.</param>
/// <param name="stream">What it reads and writes, decrypted.</param>
/// <param name="first">The first byte, which was read already.</param>
/// <param name="cancel">The port stops.</param>
internal delegate Task StreamProtocol(HttpConnection connection, Stream stream, byte first, CancellationToken cancel);
