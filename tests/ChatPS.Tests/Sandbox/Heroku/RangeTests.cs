namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class RangeTests : HerokuTest
{
    [Fact]
    public async Task A_whole_list_answers_200_and_names_its_attributes()
    {
        var answer = await Admin.Get("apps");
        Assert.Equal(200, answer.Status);
        Assert.Equal(20, answer.Items.Count);
        Assert.Null(answer.Header("Next-Range"));
        Assert.Equal(["id", "name", "created_at", "updated_at"], answer.Message.Headers.AcceptRanges);
        var ids = answer.Items.Select(app => (string)app["id"]!).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal($"id {ids[0]}..{ids[^1]}; max=200", answer.Header("Content-Range"));
    }

    [Theory]
    [InlineData("id ..; max=3", "")]
    [InlineData("name ..; max=7,order=desc", "")]
    [InlineData("name ..; max=7, , order=desc", "")]
    [InlineData("created_at ..; order=desc; max=1", "")]
    [InlineData("updated_at ..; max=6", "same time")]
    public async Task Pages_bring_everything_once(string range, string times)
    {
        // Equal values at a page's end must not make the next page leave any out.
        if (times.Length > 0)
            foreach (var app in Service.State.Apps)
                app.UpdatedAt = Clock.GetUtcNow();
        var seen = new List<string>();
        Answer page;
        do
        {
            page = await Range(Admin, "apps", range);
            seen.AddRange(Names(page));
            Assert.Equal(page.Header("Next-Range") is null ? 200 : 206, page.Status);
            range = page.Header("Next-Range")!;
        }
        while (range is not null);
        Assert.Equal(20, seen.Count);
        Assert.Equal(20, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("name ]backend..; max=2", new[] { "billing", "builds" }, 206)]
    [InlineData("name backend..; max=2", new[] { "backend", "billing" }, 206)]
    [InlineData("name ba..c", new[] { "backend", "billing", "builds" }, 200)]
    [InlineData("name ..backend", new[] { "backend" }, 200)]
    [InlineData("name billing..backend, order=desc", new[] { "billing", "backend" }, 200)]
    [InlineData("name ]billing..; order=desc", new[] { "backend" }, 200)]
    [InlineData("name zzz..", new string[0], 200)]
    public async Task A_range_has_a_first_and_a_last(string range, string[] names, int status)
    {
        var answer = await Range(Admin, "apps", range);
        Assert.Equal(names, Names(answer));
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Versions_are_sorted_as_numbers()
    {
        for (var i = 0; i < 9; i++)
            await Patch(Admin, "apps/backend/config-vars", new System.Text.Json.Nodes.JsonObject { ["N"] = $"{i}" });
        var newest = await Range(Admin, "apps/backend/releases", "version ..; max=2, order=desc");
        var current = Service.State.Apps.Find("backend")!.CurrentRelease.Version;
        Assert.True(current > 10);
        Assert.Equal([current, current - 1], newest.Items.Select(release => (int)release["version"]!));
        Assert.Equal($"version ]{current - 1}..; max=2, order=desc", newest.Header("Next-Range"));
    }

    [Theory]
    [InlineData("colour ..")]
    [InlineData("name")]
    [InlineData("name ..; max=0")]
    [InlineData("name ..; max=many")]
    [InlineData("name ..; order=sideways")]
    [InlineData("name ..; limit=5")]
    public async Task An_unfit_range_is_refused(string range) => IsError(await Range(Admin, "apps", range), 400, "bad_request");

    [Fact]
    public async Task Faults_cut_pages()
    {
        Service.Faults.MaxPageSize = 5;
        var page = await Range(Admin, "apps", "name ..; max=1000");
        Assert.Equal(5, page.Items.Count);
        Assert.Equal(206, page.Status);
        // The client's own wish goes on in the next range.
        Assert.EndsWith("; max=1000", page.Header("Next-Range"));
        Service.Faults.ShortPage = 1;
        page = await Range(Admin, "apps", page.Header("Next-Range")!);
        Assert.Equal(4, page.Items.Count);
        Assert.Equal(206, page.Status);
        page = await Range(Admin, "apps", page.Header("Next-Range")!);
        Assert.Equal(5, page.Items.Count);
    }
}
