namespace ChatPS.Client.Streams;

/// <summary>What was shown of a log that is read from its beginning every time: so many lines.</summary>
internal sealed class LogCount : ILogMemory
{
    private long _shown;
    private long _passed;

    public bool HasGap => false;

    public void Resume() => _passed = 0;

    public bool IsNew(ChatLog line)
    {
        if (++_passed <= _shown)
            return false;
        _shown = _passed;
        return true;
    }
}
