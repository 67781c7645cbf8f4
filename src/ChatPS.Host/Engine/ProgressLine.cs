using System.Diagnostics;
using System.Management.Automation;
using System.Text;

namespace ChatPS.Host;

/// <summary>
/// The progress of the latest activity, on one line that gives way to any other output.
/// It is drawn ten times a second at most: a terminal is slower than a loop that reports each item.
/// </summary>
internal sealed class ProgressLine(HostConsole console)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private long _drawnAt;
    private bool _isDrawn;

    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        if (_isDrawn && Stopwatch.GetElapsedTime(_drawnAt) < Interval)
            return;

        console.Error.Write($"\r\e[K{Fit(Describe(record), console.Width - 1)}");
        console.Error.Flush();
        _drawnAt = Stopwatch.GetTimestamp();
        _isDrawn = true;
    }

    public void Clear()
    {
        if (!_isDrawn)
            return;
        console.Error.Write("\r\e[K");
        console.Error.Flush();
        _isDrawn = false;
    }

    private static string Describe(ProgressRecord record)
    {
        var line = new StringBuilder(record.Activity).Append(": ").Append(record.StatusDescription);
        if (record.PercentComplete >= 0)
            line.Append($" {record.PercentComplete}%");
        if (record.SecondsRemaining >= 0)
            line.Append($", {TimeSpan.FromSeconds(record.SecondsRemaining)} left");
        if (!string.IsNullOrEmpty(record.CurrentOperation))
            line.Append($" ({record.CurrentOperation})");
        return line.ToString();
    }

    private static string Fit(string text, int width)
    {
        var fitted = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            width -= CellWidth.Of(rune);
            if (width < 0)
                break;
            if (!Rune.IsControl(rune))
                fitted.Append(rune);
        }

        return fitted.ToString();
    }
}
