namespace ChatPS.Client.Streams;

/// <summary>Knows what was shown of a log, for going on after a break.</summary>
internal interface ILogMemory
{
    /// <summary>After a break: whether something between may be missing.</summary>
    bool HasGap { get; }

    /// <summary>The log begins again, with lines that may have been shown.</summary>
    void Resume();

    /// <summary>Whether a line has not been shown yet. From now on it has.</summary>
    bool IsNew(ChatLog line);
}
