using System.Globalization;

namespace RMF.Simulator.Worlds.Csv;

/// <summary>Finds the columns of a hardware list by the names in its header, in any order and case, and reads rows.</summary>
internal sealed class HardwareColumns
{
    /// <summary>Highest channel of a kind on one device: a generic model gets all channels up to the highest one listed.</summary>
    private const int ChannelLimit = 1023;

    private static readonly string[] Known =
    [
        "DeviceType", "Name", "Address", "Channel", "UserName", "Password", "DriverNumber", "DriverGroup",
        "RecordingServer", "Enabled", "HardwareName", "StorageName", "Coordinates", "DeviceGroups",
    ];

    private readonly string file;
    private readonly string? fallbackRecorder;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);

    public HardwareColumns(string file, CsvRecord header, string? fallbackRecorder)
    {
        this.file = file;
        this.fallbackRecorder = fallbackRecorder;
        for (var i = 0; i < header.Fields.Count; i++)
        {
            if (!columns.TryAdd(header.Fields[i].Trim(), i))
            {
                throw new WorldException(file, header.Line, i + 1, $"the column '{header.Fields[i].Trim()}' comes twice");
            }
        }

        if (!columns.ContainsKey("Address"))
        {
            throw new WorldException(file, header.Line, 1, $"there is no column 'Address'; known columns are {string.Join(", ", Known)}");
        }
    }

    public HardwareRow Read(CsvRecord record, int row)
    {
        var cells = new Cells(this, record, row);
        if (record.Fields.Count != columns.Count)
        {
            // Before any cell is looked at: a password with a bare comma would land in the next cell and be told there.
            throw cells.Error("DeviceType", $"{record.Fields.Count} fields, but the header has {columns.Count}");
        }

        return new HardwareRow
        {
            Line = record.Line,
            Kind = Kind(cells),
            Name = cells.Find("Name"),
            Address = Address(cells),
            Channel = cells.Whole("Channel", ChannelLimit),
            UserName = cells.Find("UserName") ?? "",
            Password = cells.Secret("Password"),
            DriverNumber = cells.Whole("DriverNumber", int.MaxValue),
            DriverGroup = cells.Find("DriverGroup") ?? "",
            RecordingServer = cells.Find("RecordingServer") ?? fallbackRecorder
                ?? throw cells.Error("RecordingServer", "a recording server is needed"),
            Enabled = Enabled(cells),
            HardwareName = cells.Find("HardwareName"),
            StorageName = cells.Find("StorageName"),
            GisPoint = Point(cells),
            Groups = Groups(cells),
        };
    }

    private static DeviceKind Kind(Cells cells) => cells.Find("DeviceType")?.ToUpperInvariant() switch
    {
        null or "CAMERA" => DeviceKind.Camera,
        "MICROPHONE" => DeviceKind.Microphone,
        "SPEAKER" => DeviceKind.Speaker,
        "METADATA" => DeviceKind.Metadata,
        "INPUT" or "INPUTEVENT" => DeviceKind.Input,
        "OUTPUT" => DeviceKind.Output,
        var other => throw cells.Error("DeviceType", $"'{other}' is none of Camera, Microphone, Speaker, Metadata, Input, Output"),
    };

    private static Uri Address(Cells cells)
    {
        var text = cells.Find("Address") ?? throw cells.Error("Address", "an address is needed");
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "http://" + text;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? new Uri(uri.GetLeftPart(UriPartial.Authority) + "/")
            : throw cells.Error("Address", "an address is a host or http(s)://host[:port]/, without a user");
    }

    private static bool Enabled(Cells cells) => cells.Find("Enabled") switch
    {
        null => true,
        var text when bool.TryParse(text, out var enabled) => enabled,
        var text => throw cells.Error("Enabled", $"'{text}' is neither True nor False"),
    };

    private static string? Point(Cells cells)
    {
        if (cells.Find("Coordinates") is not { } text)
        {
            return null;
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length >= 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && Math.Abs(latitude) <= 90
            && Math.Abs(longitude) <= 180
                ? string.Create(CultureInfo.InvariantCulture, $"POINT ({longitude} {latitude})")
                : throw cells.Error("Coordinates", $"'{text}' is not 'latitude, longitude' in degrees");
    }

    private static IReadOnlyList<string> Groups(Cells cells) =>
        [.. (cells.Find("DeviceGroups") ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The cells of one row by column name.</summary>
    private readonly struct Cells(HardwareColumns owner, CsvRecord record, int row)
    {
        /// <summary>Null when the column is not there or the cell is blank.</summary>
        public string? Find(string column) =>
            owner.columns.TryGetValue(column, out var at) && at < record.Fields.Count && !string.IsNullOrWhiteSpace(record.Fields[at])
                ? record.Fields[at].Trim()
                : null;

        /// <summary>A cell whose blanks count.</summary>
        public string Secret(string column) =>
            owner.columns.TryGetValue(column, out var at) && at < record.Fields.Count ? record.Fields[at] : "";

        public int Whole(string column, int limit) => Find(column) switch
        {
            null => 0,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= limit => number,
            _ => throw Error(column, string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {limit} is expected")),
        };

        public WorldException Error(string column, string problem) =>
            new(owner.file, record.Line, owner.columns.GetValueOrDefault(column) + 1, $"row {row}, {column}: {problem}");
    }
}
