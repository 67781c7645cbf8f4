namespace ChatPS.Host;

/// <summary>The command line cannot be followed; the message says why, to the person who typed it.</summary>
internal sealed class HostUsageException(string message) : Exception(message);
