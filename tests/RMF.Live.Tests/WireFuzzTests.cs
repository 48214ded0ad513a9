using System.Text;
using RMF.XProtect.Live;

namespace RMF.Live.Tests;

/// <summary>What a recorder sends may be anything: it is read, refused, or waited for, but never takes more than its bounds.</summary>
[Trait("Proof", "live-sockets")]
public sealed class WireFuzzTests
{
    private const int Seeds = 400;

    [Fact]
    public void Messages_are_the_same_however_they_are_cut()
    {
        var whole = Stream(new Random(1), frames: 30);
        var expected = Read(whole, new Random(2), whole.Length);
        Assert.DoesNotContain(expected, static m => m.StartsWith("garbage", StringComparison.Ordinal));
        Assert.Equal(60, expected.Count);
        for (var seed = 0; seed < 50; seed++)
        {
            Assert.Equal(expected, Read(whole, new Random(seed), 1 + (seed * 7)));
        }
    }

    [Fact]
    public void Damaged_streams_end_in_messages_or_a_refusal()
    {
        var refused = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var bytes = Stream(random, frames: 5, longest: 60);
            for (var i = 0; i < 1 + random.Next(8); i++)
            {
                var at = random.Next(bytes.Length);
                bytes[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)'\n', _ => (byte)'9' };
            }

            var read = Read(bytes, random, 1 + random.Next(4000));
            refused += read is [.., var last] && last.StartsWith("garbage", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(refused > 10, $"{refused} of {Seeds} seeds were refused");
    }

    [Fact]
    public void Noise_is_refused_at_once()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var noise = new byte[100_000];
            random.NextBytes(noise);
            noise[0] = (byte)(seed % 3 == 0 ? 'I' : seed % 3 == 1 ? '<' : random.Next(128, 256));
            var read = Read(noise, random, 8192);
            Assert.True(read is [.., var last] && last.StartsWith("garbage", StringComparison.Ordinal), $"seed {seed}: {string.Join(", ", read)}");
        }
    }

    [Theory]
    [InlineData("Content-length: -1")]
    [InlineData("Content-length: 0")]
    [InlineData("Content-length: 99999999999999999999")]
    [InlineData("Content-length: 16777217")]
    [InlineData("Content-length: 12abc")]
    [InlineData("Content-type: image/jpeg")]
    public void A_frame_whose_length_cannot_be_is_refused_before_any_memory_is_taken(string line)
    {
        using var buffer = new WireBuffer();
        Feed(buffer, Encoding.ASCII.GetBytes($"ImageResponse\r\n{line}\r\n\r\n"));
        Assert.Equal(WireMessageKind.Garbage, buffer.Next().Kind);
        Assert.True(buffer.Free().Array!.Length < 1024 * 1024);
    }

    [Fact]
    public void A_large_frame_grows_the_buffer_once_and_small_ones_use_it_again()
    {
        using var buffer = new WireBuffer();
        var large = new byte[3_000_000];
        large[0] = 0xFF;
        large[1] = 0xD8;
        Feed(buffer, Frame(large, 5));
        Assert.Equal(large.Length, buffer.Next().Body.Length);
        var array = buffer.Free().Array;
        for (var i = 0; i < 50; i++)
        {
            Feed(buffer, Frame([0xFF, 0xD8, 0xFF, 0xD9], i + 1));
            Assert.Equal(4, buffer.Next().Body.Length);
        }

        Assert.Same(array, buffer.Free().Array);
    }

    [Fact]
    public void Frames_take_no_memory_of_their_own()
    {
        using var buffer = new WireBuffer();
        var frame = Frame([0xFF, 0xD8, .. new byte[5000]], 1_700_000_000_000);
        Feed(buffer, frame);
        _ = buffer.Next();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
        {
            Feed(buffer, frame);
            if (buffer.Next().TimeMs != 1_700_000_000_000)
            {
                Assert.Fail("the frame was not read");
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_picture_behind_the_generic_head_is_found()
    {
        byte[] body = [0, 1, 0, 0, 0, 36, .. new byte[26], 0xFF, 0xD8, 0xFF, 0xD9];
        Assert.True(FrameBody.TryGetJpeg(body, out var jpeg));
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xD9], jpeg.ToArray());
        body[5] = 35;
        Assert.False(FrameBody.TryGetJpeg(body, out _));
    }

    [Theory]
    [InlineData("<a><!DOCTYPE x [<!ENTITY e \"1\">]>&e;</a>")]
    [InlineData("<methodresponse><connected>yes</methodresponse>")]
    [InlineData("<")]
    public void What_is_not_plain_XML_is_no_message(string text) => Assert.Null(ServerMessage.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_answer_says_yes_or_no_and_why()
    {
        Assert.True(ServerMessage.Parse("<methodresponse><methodname>connect</methodname><connected>YES</connected></methodresponse>"u8)!.IsConnected);
        var no = ServerMessage.Parse("<methodresponse><connected>no</connected><errorreason> Token invalid </errorreason></methodresponse>"u8)!;
        Assert.Equal((false, "Token invalid"), (no.IsConnected, no.Reason));
        Assert.Null(ServerMessage.Parse("<livepackage><status><statusid>3</statusid><value>1</value></status></livepackage>"u8)!.CameraLost);
        Assert.True(ServerMessage.Parse("<livepackage><statusitem><statusid>5</statusid><value>1</value></statusitem></livepackage>"u8)!.CameraLost);
        Assert.False(ServerMessage.Parse("<livepackage><statusitem><statusid>5</statusid><value>0</value></statusitem></livepackage>"u8)!.CameraLost);
    }

    private static void Feed(WireBuffer buffer, byte[] bytes)
    {
        var given = 0;
        while (given < bytes.Length)
        {
            var free = buffer.Free();
            var count = Math.Min(free.Count, bytes.Length - given);
            Buffer.BlockCopy(bytes, given, free.Array!, free.Offset, count);
            buffer.Added(count);
            given += count;
            if (given < bytes.Length)
            {
                Assert.Equal(WireMessageKind.Incomplete, buffer.Next().Kind);
            }
        }
    }

    /// <summary>What is read of a stream that comes in pieces: one text for each message, up to the first garbage.</summary>
    private static List<string> Read(byte[] bytes, Random random, int longestPiece)
    {
        using var buffer = new WireBuffer();
        var read = new List<string>();
        var given = 0;
        while (given < bytes.Length)
        {
            var free = buffer.Free();
            Assert.True(free.Count > 0);
            var count = Math.Min(Math.Min(free.Count, bytes.Length - given), 1 + random.Next(longestPiece));
            Buffer.BlockCopy(bytes, given, free.Array!, free.Offset, count);
            buffer.Added(count);
            given += count;
            for (var message = buffer.Next(); message.Kind != WireMessageKind.Incomplete; message = buffer.Next())
            {
                if (message.Kind == WireMessageKind.Garbage)
                {
                    read.Add("garbage: " + message.Problem);
                    return read;
                }

                if (message.Kind == WireMessageKind.Markup)
                {
                    _ = ServerMessage.Parse(message.Body);
                }

                var hash = default(HashCode);
                hash.AddBytes(message.Body);
                read.Add($"{message.Kind} {message.Body.Length} {hash.ToHashCode()} {message.TimeMs}");
            }
        }

        return read;
    }

    private static byte[] Stream(Random random, int frames, int longest = 60_000)
    {
        var stream = new MemoryStream();
        for (var i = 0; i < frames; i++)
        {
            stream.Write("<livepackage><status><statusid>1</statusid><value>1</value></status></livepackage>\r\n\r\n"u8);
            var body = new byte[2 + random.Next(longest)];
            random.NextBytes(body);
            body[0] = 0xFF;
            body[1] = 0xD8;
            stream.Write(Frame(body, 1_000_000 + i));
        }

        return stream.ToArray();
    }

    private static byte[] Frame(byte[] body, long time) =>
        [.. Encoding.ASCII.GetBytes($"ImageResponse\r\nContent-length: {body.Length}\r\nContent-type: image/jpeg\r\nCurrent: {time}\r\nNext: 0\r\nPrev: 0\r\n\r\n"), .. body, .. "\r\n\r\n"u8];
}
