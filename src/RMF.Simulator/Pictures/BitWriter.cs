namespace RMF.Simulator.Pictures;

/// <summary>Writes bits, the highest first, with the zero byte that JPEG wants behind each 0xFF.</summary>
internal ref struct BitWriter(Span<byte> target)
{
    private const int Byte = 8;
    private const int Longest = 32;

    private readonly Span<byte> target = target;
    private ulong bits;
    private int held;

    public int Length { get; private set; }

    /// <summary>Up to 32 bits.</summary>
    public void Write(uint value, int count)
    {
        bits = (bits << count) | value;
        held += count;
        while (held >= Byte)
        {
            held -= Byte;
            Put((byte)(bits >> held));
        }
    }

    public void Zeros(int count)
    {
        for (; count > Longest; count -= Longest)
        {
            Write(0, Longest);
        }

        Write(0, count);
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void End()
    {
        if (held > 0)
        {
            var fill = Byte - held;
            Write((1u << fill) - 1, fill);
        }
    }

    private void Put(byte value)
    {
        target[Length++] = value;
        if (value == byte.MaxValue)
        {
            target[Length++] = 0;
        }
    }
}
