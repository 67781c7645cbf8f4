using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What a report shall have; what is null is not said.</summary>
internal sealed record NewComplianceReport
{
    public required string Description { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Words of which each message shall have one.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>The e-mail addresses of those who wrote them.</summary>
    public IReadOnlyList<string>? Emails { get; init; }
}

internal interface IComplianceReportSaver
{
    /// <summary>Writes a report's archive, and says how far it is.</summary>
    Task SaveAsync(string report, Stream target, Action<long, long?> progress, CallContext context);
}
