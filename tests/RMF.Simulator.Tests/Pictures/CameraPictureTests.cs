using RMF.Simulator.Pictures;

namespace RMF.Simulator.Tests.Pictures;

public sealed class CameraPictureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 34, 56, 789, TimeSpan.Zero);

    [Fact]
    public void A_picture_says_who_served_it_and_when()
    {
        var buffer = new byte[CameraPicture.MaxBytes];
        var length = new CameraPicture("HARBOUR-A", "primary", "Quay 3 west (PTZ)").Write(buffer, 1234567, Noon);

        Assert.True(SimulatedPicture.TryRead(buffer.AsSpan(0, length), out var picture));
        Assert.Equal(new SimulatedPicture("HARBOUR-A", "PRIMARY", "QUAY 3 WEST (PTZ)", 1234567, Noon), picture);
    }

    [Fact]
    public void Each_letter_of_the_font_can_be_read_back()
    {
        foreach (var part in new[] { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789:-./_()#+,'?&", "  two  blanks" })
        {
            var buffer = new byte[CameraPicture.MaxBytes];
            var length = new CameraPicture(part, null, "é" + part).Write(buffer, 0, Noon);

            Assert.True(SimulatedPicture.TryRead(buffer.AsSpan(0, length), out var picture), part);
            Assert.Equal(part.ToUpperInvariant(), picture.Site);
            Assert.Equal("-", picture.Side);
            Assert.Equal("?" + part.ToUpperInvariant(), picture.Camera);
        }
    }

    [Fact]
    public void A_name_that_is_too_long_is_cut()
    {
        var buffer = new byte[CameraPicture.MaxBytes];
        var length = new CameraPicture(new string('#', 200), "secondary", "x").Write(buffer, long.MaxValue, Noon);

        Assert.True(SimulatedPicture.TryRead(buffer.AsSpan(0, length), out var picture));
        Assert.Equal(new string('#', PictureLayout.LettersPerLine), picture.Site);
        Assert.Equal(long.MaxValue, picture.Frame);
    }

    [Fact]
    public void A_picture_that_is_cut_short_is_not_read()
    {
        var buffer = new byte[CameraPicture.MaxBytes];
        var length = new CameraPicture("A", "primary", "B").Write(buffer, 1, Noon);
        for (var kept = 0; kept < length - 64; kept += 7)
        {
            Assert.False(SimulatedPicture.TryRead(buffer.AsSpan(0, kept), out _), $"{kept} of {length} bytes were read as a picture");
        }
    }

    [Fact]
    public void Drawing_takes_no_memory()
    {
        var buffer = new byte[CameraPicture.MaxBytes];
        var picture = new CameraPicture("A", "primary", "B");
        picture.Write(buffer, 0, Noon);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            picture.Write(buffer, i, Noon);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
