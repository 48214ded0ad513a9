namespace RMF.XProtect.Http;

/// <summary>Seeded chance for back-off. Thread-safe.</summary>
internal sealed class Jitter
{
    private readonly Random random;

    public Jitter(int seed) => random = new Random(seed);

    /// <summary>A factor from 0.5 up to 1.5.</summary>
    public double Factor()
    {
        lock (random)
        {
            return 0.5 + random.NextDouble();
        }
    }

    /// <summary>An id that names this session at the server.</summary>
    public Guid NextId()
    {
        var bytes = new byte[16];
        lock (random)
        {
            random.NextBytes(bytes);
        }

        return new Guid(bytes);
    }
}
