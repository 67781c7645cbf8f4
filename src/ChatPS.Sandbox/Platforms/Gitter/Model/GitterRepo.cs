namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>A repository at GitHub, as far as Gitter shows it.</summary>
internal sealed record GitterRepo(int Id, string FullName, string Description, bool Private, DateTimeOffset Created)
{
    public List<GitterIssue> Issues { get; } = [];
}

/// <summary>An issue of a repository.</summary>
internal sealed record GitterIssue(
    int Id,
    int Number,
    string Title,
    string Body,
    bool Open,
    string Label,
    GitterUser Author,
    GitterUser? Assignee,
    DateTimeOffset Created,
    DateTimeOffset Updated);
