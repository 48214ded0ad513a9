using RMF.Policy.Description;
using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Editing;

/// <summary>One edit: find the place, splice the text, read it again, compare.</summary>
internal static class ScalarEdit
{
    /// <summary>The new text, the same text when nothing has to change, or null after an error was reported.</summary>
    public static string? Make(string text, string path, string value, Reading reading)
    {
        if (Target(path, reading) is not { } target || target.Shape.ContentOf(Wanted(value, target.Shape, reading.File), reading, path) is not { } content)
        {
            return null;
        }

        var before = Read(text, reading, out var isEmpty);
        if (before is null && !isEmpty)
        {
            return null;
        }

        var place = EditPlace.Find(before, target.Segments, path, reading);
        if (place is null || IsSet(place, content, target.Shape, path))
        {
            return place is null ? null : text;
        }

        if (new Splice(text, place, target.Segments, value, target.Shape).Apply() is not { } after)
        {
            return Fail(reading, path, place, $"{path} stands in a form that cannot be edited in place", "Change it by hand.");
        }

        var again = new Reading(reading.File);
        var isSafe = Read(after, again, out _) is { } changed && EditProof.OnlyChanged(before, changed, target.Segments, value);
        return isSafe ? after : Fail(reading, path, place, $"setting {path} would change more than its value", "Change it by hand. An anchor that other keys share is one cause.");
    }

    private static (IReadOnlyList<object> Segments, Shape Shape)? Target(string path, Reading reading)
    {
        if (!PolicyPath.TryParse(path, out var segments) || segments.Count == 0)
        {
            reading.Report(PolicyCodes.UnknownKey, path, $"'{Quote.Short(path)}' is not a path", "Write keys with dots between them, such as live.reactionTime.");
            return null;
        }

        if (KeyIndex.Find(segments, out var known) is not { } shape)
        {
            var above = KeyIndex.Find([.. segments.Take(known)], out _);
            var near = segments[known] is string word && above is not null ? Spelling.Nearest(word, above.Keys.Select(k => k.Name)) : null;
            reading.Report(PolicyCodes.UnknownKey, path, $"'{Quote.Short(path)}' is not a key of a policy", near is null ? PolicyCodes.UnknownKey.Help : $"Did you mean {near}?");
            return null;
        }

        if (!shape.IsToggle && (shape.Keys.Count > 0 || shape.Element is not null))
        {
            reading.Report(PolicyCodes.WrongType, path, $"{path} does not hold a single value", "Set one of the keys below it.");
            return null;
        }

        return (segments, shape);
    }

    private static ScalarNode Wanted(string value, Shape shape, string file) => new()
    {
        File = file,
        Line = 1,
        Column = 1,
        Start = 0,
        End = 0,
        Size = 1,
        Value = value,
        IsPlain = !shape.IsText,
    };

    /// <summary>The text as it is read; null after an error was reported, or when it is empty.</summary>
    public static MappingNode? Read(string text, Reading reading, out bool isEmpty)
    {
        var own = new Reading(reading.File);
        var root = PolicyFiles.Parse(text, reading.File, own);
        var errors = own.Finish().Where(m => m.Severity == PolicySeverity.Error).ToList();
        isEmpty = errors.Count == 1 && errors[0].Code == PolicyCodes.Empty.Code;
        foreach (var error in isEmpty ? [] : errors)
        {
            reading.Report(PolicyCodes.All.First(c => c.Code == error.Code), "", error.File, error.Line, error.Column, error.Text, error.Advice);
        }

        return errors.Count == 0 ? root : null;
    }

    private static bool IsSet(EditPlace place, string content, Shape shape, string path)
        => place.Missing == 0
            && place.Slot is { } slot
            && string.Equals(shape.ContentOf(slot.Value, new Reading(""), path), content, StringComparison.Ordinal);

    private static string? Fail(Reading reading, string path, EditPlace place, string text, string advice)
    {
        reading.Report(PolicyCodes.BadCombination, path, place.Slot?.Value ?? place.Owner, text, advice);
        return null;
    }
}
