using RMF.Simulator.Worlds.Csv;

namespace RMF.Simulator;

public sealed partial class World
{
    /// <summary>
    /// Makes a world from the CSV that MilestonePSTools' <c>Export-VmsHardware</c> writes: one row a device. Only Address
    /// and a recording server are needed. Quoting is that of RFC 4180; comma, semicolon or tab, by the header.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Default: the file's name is the site's, with an empty second site.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WorldException">A row cannot be read: file, line, row and column, never a password.</exception>
    public static World FromHardwareCsv(string path, HardwareCsvOptions? options = null) =>
        ParseHardwareCsv(File.ReadAllText(path), Path.GetFileName(path), options);

    /// <summary>The same from text.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="fileName">What error messages and, by default, the site are called.</param>
    /// <param name="options">As above.</param>
    /// <exception cref="WorldException">A row cannot be read.</exception>
    public static World ParseHardwareCsv(string csv, string fileName = "hardware.csv", HardwareCsvOptions? options = null) =>
        new CsvWorld(fileName, options ?? new HardwareCsvOptions()).Build(csv);
}
