using System.Text.Json.Nodes;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>The sandbox calls the programs that webhooks and slash commands name, if they are on this machine, and writes what they answer.</summary>
public sealed class IntegrationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Room = "northwind-harbor/town-square";

    [Fact]
    public void Outgoing_webhooks_are_told_and_their_answers_written()
    {
        using var program = new ScriptedServer(_ => new ScriptedServer.Answer("""{"text":"Rebuilding.","response_type":"comment","props":{"build":"7"}}"""));
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$hook = New-ChatWebhook -Name Rebuilder -Direction outgoing -Team northwind-harbor -Url $args[0] -TriggerWord rebuild -ContentType application/json", program.Uri);
        var sent = shell.Run<ChatMessage>("'nothing of it', 'rebuild all of it' | Send-ChatMessage $args[0] -PassThru", Room)[1];
        Assert.True(SpinWait.SpinUntil(() => Thread(shell, sent).Count == 2, TimeSpan.FromSeconds(30)));
        var answer = Thread(shell, sent)[1];
        Assert.Equal(("Rebuilding.", sent.Id), (answer.Text, answer.ThreadId));
        Assert.Equal("7", shell.RunClean("$args[0].Props.build", answer).Single().BaseObject);

        var told = Assert.Single(program.Requests);
        Assert.Equal(("POST", "application/json"), (told.Method, told.Headers["Content-Type"].Split(';')[0]));
        var body = JsonNode.Parse(told.Body)!;
        Assert.Equal(
            ("rebuild all of it", "rebuild", sent.Id, "town-square", "northwind-harbor", "sysadmin"),
            ((string)body["text"]!, (string)body["trigger_word"]!, (string)body["post_id"]!, (string)body["channel_name"]!, (string)body["team_domain"]!, (string)body["user_name"]!));
        Assert.Equal(shell.RunClean("$hook.Secret | ForEach-Object { [Net.NetworkCredential]::new('', $_).Password }").Single().BaseObject, (string)body["token"]!);
        shell.RunClean("$hook | Remove-ChatWebhook -Force");
    }

    [Fact]
    public void Whoever_hears_a_whole_room_is_told_in_a_form()
    {
        using var program = new ScriptedServer(_ => new ScriptedServer.Answer("no json", 200, "text/html"));
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$hook = New-ChatWebhook -Name Listener -Direction outgoing -Team northwind-harbor -Room town-square -Url $args[0]", program.Uri);
        shell.RunClean("Send-ChatMessage $args[0] 'hear me & all'", Room);
        Assert.True(SpinWait.SpinUntil(() => !program.Requests.IsEmpty, TimeSpan.FromSeconds(30)));
        var told = program.Requests.First();
        Assert.Equal("application/x-www-form-urlencoded", told.Headers["Content-Type"]);
        Assert.Contains("&text=hear+me+%26+all&", told.Body, StringComparison.Ordinal);
        shell.RunClean("$hook | Remove-ChatWebhook -Force");
    }

    [Fact]
    public async Task Slash_commands_are_answered_by_their_programs()
    {
        var then = new TaskCompletionSource<string>();
        using var program = new ScriptedServer(request =>
        {
            if (request.Method == "GET")
                return new ScriptedServer.Answer("Only for you", 200, "text/plain");
            then.TrySetResult(System.Web.HttpUtility.ParseQueryString(request.Body)["response_url"]!);
            return new ScriptedServer.Answer("""{"response_type":"in_channel","text":"Shipped.","extra_responses":[{"response_type":"in_channel","text":"All of it."}]}""");
        });
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$made = New-ChatCommand launch $args[0] -Team northwind-harbor; $other = New-ChatCommand whisper ($args[0].ToString() + '?a=b') -Team northwind-harbor -Method GET", program.Uri);
        var response = shell.Run<ChatCommandResponse>("Invoke-ChatCommand $args[0] 'launch now please'", Room).Single();
        Assert.Equal(("in_channel", "Shipped."), (response.ResponseType, response.Text));
        Assert.Equal(["All of it.", "Shipped."], shell.Run<ChatMessage>("Get-ChatMessage $args[0] -First 2", Room).Select(message => message.Text));
        var asked = program.Requests.First();
        var sent = System.Web.HttpUtility.ParseQueryString(asked.Body);
        Assert.Equal(("/launch", "now please", "northwind-harbor", "town-square"), (sent["command"], sent["text"], sent["team_domain"], sent["channel_name"]));
        Assert.StartsWith("Token ", asked.Headers["Authorization"], StringComparison.Ordinal);

        shell.RunClean("$null = Invoke-ChatRequest POST $args[0] -Body @{ response_type = 'in_channel'; text = 'Landed.' }", new Uri(await then.Task).PathAndQuery);
        Assert.Equal("Landed.", shell.Run<ChatMessage>("Get-ChatMessage $args[0] -First 1", Room).Single().Text);

        response = shell.Run<ChatCommandResponse>("Invoke-ChatCommand $args[0] whisper", Room).Single();
        Assert.Equal(("", "Only for you"), (response.ResponseType ?? "", response.Text));
        Assert.StartsWith("/?a=b&channel_id=", program.Requests.Last().Target, StringComparison.Ordinal);
        Assert.Equal("Landed.", shell.Run<ChatMessage>("Get-ChatMessage $args[0] -First 1", Room).Single().Text);
        shell.RunClean("$made, $other | Remove-ChatCommand -Force");
    }

    [SandboxFact("is a rule of the sandbox")]
    public void Nothing_leaves_the_machine()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$made = New-ChatCommand far https://ci.example.com/far -Team northwind-harbor");
        var error = shell.Fail("Invoke-ChatCommand $args[0] far -Retry @{ MaxRetries = 0 }", Room);
        Assert.Equal("api.command.execute_command.failed.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
        Assert.Contains("this machine only", error.ToString(), StringComparison.Ordinal);
        shell.RunClean("$made | Remove-ChatCommand -Force");
    }

    [Fact]
    public void Administrators_read_of_tokens_webhooks_and_sessions()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var token = shell.Run<ChatToken>("$hook = New-ChatWebhook -Direction incoming -Room northwind-harbor/town-square -Name Audited; New-ChatToken audited").Single();
        using (var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member))
            member.Run("New-ChatCommand refused https://ci.example.com -Team northwind-harbor");
        var audits = shell.Run<ChatAudit>("Get-ChatAudit -First 12");
        Assert.Equal(
            [("/api/v4/hooks/incoming", "attempt"), ("/api/v4/hooks/incoming", "success")],
            audits.Where(a => a.Action == "/api/v4/hooks/incoming").Select(a => (a.Action!, a.Detail ?? "")).Reverse());
        Assert.Contains(audits, a => a.Action!.EndsWith("/tokens", StringComparison.Ordinal) && a.Detail == "success - token_id=" + token.Id);
        Assert.Contains(audits, a => a.Action == "/api/v4/commands" && a.UserName == "member" && a.Detail == "attempt");
        shell.RunClean("$hook | Remove-ChatWebhook -Force; $args[0] | Remove-ChatToken -Force", token);
    }

    private static IReadOnlyList<ChatMessage> Thread(Shell shell, ChatMessage message) => shell.Run<ChatMessage>("Get-ChatMessage -Thread $args[0]", message);
}
