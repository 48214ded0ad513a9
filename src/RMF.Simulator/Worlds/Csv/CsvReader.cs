using System.Text;

namespace RMF.Simulator.Worlds.Csv;

/// <summary>
/// Reads CSV as RFC 4180 describes it and as Export-Csv writes it: quoted fields may hold delimiters, line ends and
/// doubled quotes. The delimiter is found in the header: comma, semicolon or tab.
/// </summary>
internal sealed class CsvReader(string file, string text)
{
    private const int FieldCharsLimit = 32_768;
    private const int FieldsLimit = 200;
    private const int RecordsLimit = 500_000;

    private readonly StringBuilder field = new();
    private int at;
    private int line = 1;

    /// <summary>All records; blank lines and the type line that Export-Csv may put first are left out.</summary>
    public IReadOnlyList<CsvRecord> Read()
    {
        if (text.StartsWith("#TYPE", StringComparison.Ordinal))
        {
            SkipLine();
        }

        var delimiter = FindDelimiter();
        var records = new List<CsvRecord>();
        while (at < text.Length)
        {
            var record = ReadRecord(delimiter);
            if (record.Fields.Count > 1 || record.Fields[0].Length > 0)
            {
                records.Add(record);
            }

            if (records.Count > RecordsLimit)
            {
                throw Error($"more than {RecordsLimit} rows");
            }
        }

        return records;
    }

    private CsvRecord ReadRecord(char delimiter)
    {
        var begin = line;
        var fields = new List<string>();
        do
        {
            fields.Add(ReadField(delimiter));
            if (fields.Count > FieldsLimit)
            {
                throw Error($"more than {FieldsLimit} columns");
            }
        }
        while (Take(delimiter));

        TakeLineEnd();
        return new CsvRecord(begin, fields);
    }

    private string ReadField(char delimiter)
    {
        field.Clear();
        if (at < text.Length && text[at] == '"')
        {
            ReadQuoted();
            if (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
            {
                throw Error("characters after a closing quote");
            }

            return field.ToString();
        }

        while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
        {
            if (text[at] == '"')
            {
                throw Error("a quote inside a field that does not begin with one");
            }

            Append(text[at++]);
        }

        return field.ToString();
    }

    private void ReadQuoted()
    {
        var begin = line;
        at++;
        while (at < text.Length)
        {
            var c = text[at++];
            if (c != '"')
            {
                line += c == '\n' ? 1 : 0;
                Append(c);
            }
            else if (at < text.Length && text[at] == '"')
            {
                at++;
                Append('"');
            }
            else
            {
                return;
            }
        }

        throw new WorldException(file, begin, 1, "a quote that opens in this row is never closed");
    }

    private void Append(char c)
    {
        if (field.Length >= FieldCharsLimit)
        {
            throw Error($"a field of more than {FieldCharsLimit} characters");
        }

        field.Append(c);
    }

    private bool Take(char wanted)
    {
        if (at >= text.Length || text[at] != wanted)
        {
            return false;
        }

        at++;
        return true;
    }

    private void TakeLineEnd()
    {
        Take('\r');
        Take('\n');
        line++;
    }

    private void SkipLine()
    {
        at = text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end + 1 : text.Length;
        line++;
    }

    private char FindDelimiter()
    {
        var end = text.IndexOf('\n', at);
        var header = end < 0 ? text.AsSpan(at) : text.AsSpan(at, end - at);
        return header.Contains(',') ? ',' : header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';
    }

    private WorldException Error(string problem) => new(file, line, 1, problem);
}
