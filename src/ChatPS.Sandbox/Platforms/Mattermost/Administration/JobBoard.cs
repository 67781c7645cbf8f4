namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>The jobs of a server. They go on whenever somebody looks, by the time that has passed.</summary>
internal sealed class JobBoard(MattermostState state)
{
    // A real server looks for new jobs every few seconds; nobody rehearses for the waiting.
    private const long Step = 250;

    // Without a license that has the feature nobody works on these: they wait for ever.
    private static readonly Dictionary<string, string> Licensed = new()
    {
        ["data_retention"] = "data_retention",
        ["message_export"] = "message_export",
        ["elasticsearch_post_indexing"] = "elastic_search",
        ["elasticsearch_post_aggregation"] = "elastic_search",
        ["ldap_sync"] = "ldap",
        ["cloud"] = "cloud",
    };

    private static readonly string[] Free =
    [
        "bleve_post_indexing", "migrations", "plugins", "expiry_notify", "product_notices", "active_users",
        "import_process", "import_delete", "export_process", "export_delete", "extract_content",
    ];

    private readonly List<Job> _jobs = [];

    public static bool IsType(string type) => Licensed.ContainsKey(type) || Free.Contains(type);

    /// <summary>All jobs as they are by now, the latest first.</summary>
    public IEnumerable<Job> All
    {
        get
        {
            Advance();
            return _jobs.AsEnumerable().Reverse();
        }
    }

    /// <summary>The jobs of a type that came to a good end. Asked for while they go on, it takes none any further.</summary>
    public IEnumerable<Job> Ended(string type) => _jobs.Where(job => job.Type == type && job.Status == "success" && job.Data?.ContainsKey("batch_start_time") == true);

    public Job? Find(string id)
    {
        Advance();
        return _jobs.Find(job => job.Id == id);
    }

    public Job Add(string type, Dictionary<string, string>? data = null)
    {
        var job = new Job { Id = state.NewId(), Type = type, CreateAt = state.Now(), Data = data };
        _jobs.Add(job);
        return job;
    }

    /// <summary>Takes every job as far as it has come by now.</summary>
    public void Advance()
    {
        var now = state.Now();
        foreach (var job in _jobs)
        {
            if (job.Status == "cancel_requested")
                (job.Status, job.LastActivityAt) = ("canceled", now);
            if (job.Status == "pending" && now >= job.CreateAt + Step && (!Licensed.TryGetValue(job.Type, out var feature) || state.Server.IsLicensed(feature)))
                (job.Status, job.StartAt, job.LastActivityAt) = ("in_progress", job.CreateAt + Step, job.CreateAt + Step);
            if (job.Status == "in_progress" && now >= job.StartAt + Step)
                End(job);
        }
    }

    private void End(Job job)
    {
        job.LastActivityAt = job.StartAt + Step;
        (job.Status, job.Progress) = ("success", 100);
        var data = job.Data ??= [];
        switch (job.Type)
        {
            case "export_process":
                state.Administration.Exports[$"{state.NewId()}_export.zip"] = ServerArchive.Write(state, data.GetValueOrDefault("include_attachments") == "true");
                break;
            case "import_process" when !state.Administration.Imports.TryGetValue(data.GetValueOrDefault("import_file") ?? "", out _):
                job.Fail("There is no such import file.");
                break;
            case "import_process":
                if (ServerArchive.Read(state, state.Administration.Imports[data["import_file"]]) is { } problem)
                    job.Fail(problem);
                break;
            case "message_export":
                ComplianceArchive.Make(state, job, data);
                break;
            case "extract_content":
                data["processed"] = Extracted(data).ToString(System.Globalization.CultureInfo.InvariantCulture);
                data["errors"] = "0";
                break;
        }
    }

    // The bounds are in seconds, as its only client writes them.
    private int Extracted(Dictionary<string, string> data)
    {
        var from = long.TryParse(data.GetValueOrDefault("from"), out var first) ? first * 1000 : 0;
        var to = long.TryParse(data.GetValueOrDefault("to"), out var last) && last > 0 ? last * 1000 : long.MaxValue;
        return state.Files.Values.Count(file => file.CreateAt >= from && file.CreateAt <= to);
    }
}
