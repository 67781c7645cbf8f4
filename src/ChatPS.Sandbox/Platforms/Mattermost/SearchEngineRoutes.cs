using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The search engines, of which the sandbox has none: there is nothing in their indexes, and what its configuration names is asked nothing.</summary>
internal static class SearchEngineRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("POST", "/elasticsearch/test", Test);
        service.On("POST", "/elasticsearch/purge_indexes", Purge);
        service.On("POST", "/bleve/purge_indexes", PurgeBleve);
    }

    private static void NeedElasticsearch(Call call)
    {
        call.NeedAdmin();
        call.NeedLicense("ent.elasticsearch.test_config.license.error", "elastic_search");
    }

    private static SandboxResponse Test(Call call)
    {
        NeedElasticsearch(call);
        return call.Config.IsOn("ElasticsearchSettings.EnableIndexing")
            ? Call.Ok()
            : throw new Problem(400, "ent.elasticsearch.test_config.indexing_disabled.error", "Elasticsearch is switched off.");
    }

    private static SandboxResponse Purge(Call call)
    {
        NeedElasticsearch(call);
        call.State.Server.Note("info", "elasticsearch/elasticsearch.go:1204", "Indexes were emptied");
        return Call.Ok();
    }

    private static SandboxResponse PurgeBleve(Call call)
    {
        call.NeedAdmin();
        return Call.Ok();
    }
}
