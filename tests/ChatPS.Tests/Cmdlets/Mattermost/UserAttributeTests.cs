namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class UserAttributeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Fields = "/api/v4/custom_profile_attributes/fields";

    private Shell Connect()
    {
        var shell = sandbox.ConnectLicensed();
        // The server has room for twenty.
        shell.RunClean("Get-ChatUserAttribute | Remove-ChatUserAttribute -Force");
        sandbox.Server.ClearRequests();
        return shell;
    }

    private string LastBody => sandbox.Server.Requests[^1].Body!;

    [SandboxFact("needs a license")]
    public void An_attribute_is_made_read_changed_and_removed()
    {
        using var shell = Connect();
        shell.RunClean("New-ChatUserAttribute Department -WhatIf");
        Assert.Empty(sandbox.Wire);
        var made = shell.Run<ChatUserAttribute>("New-ChatUserAttribute Department -Managed -Visibility Always -Order 3 -DisplayName 'The department'").Single();
        Assert.Equal(["POST " + Fields], sandbox.Wire);
        Assert.Equal(
            """{"name":"Department","type":"text","attrs":{"value_type":"","managed":"admin","visibility":"always","sort_order":3,"display_name":"The department"}}""", LastBody);
        Assert.Equal(("Department", "The department", "text", true, "always", 3.0, made.Id), (made.Name, made.DisplayName, made.Type, made.IsManaged, made.Visibility, made.Order, made.UserAttributeId));
        Assert.NotNull(made.CreatedAt);

        Assert.Equal("email", shell.Run<ChatUserAttribute>("New-ChatUserAttribute Home_mail Email -Order 1").Single().Type);
        Assert.Equal("""{"name":"Home_mail","type":"text","attrs":{"value_type":"email","sort_order":1}}""", LastBody);
        Assert.Equal(["Home_mail", "Department"], shell.Run<ChatUserAttribute>("Get-ChatUserAttribute").Select(attribute => attribute.Name));
        Assert.Equal(["GET " + Fields], sandbox.Wire.TakeLast(1));
        Assert.Equal(made.Id, shell.Run<ChatUserAttribute>("Get-ChatUserAttribute department").Single().Id);
        Assert.Equal(made.Id, shell.Run<ChatUserAttribute>("Get-ChatUserAttribute 'the dep*'").Single().Id);
        Assert.Equal(made.Id, shell.Run<ChatUserAttribute>("$args[0] | Get-ChatUserAttribute", made).Single().Id);
        Assert.Equal("Home_mail", shell.Run<ChatUserAttribute>("Get-ChatUserAttribute -First 1").Single().Name);

        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatUserAttribute>("Set-ChatUserAttribute Department -Name Division -Managed:$false -DisplayName $null -PassThru").Single();
        Assert.Equal(["GET " + Fields, $"PATCH {Fields}/{made.Id}"], sandbox.Wire);
        // The rest goes along, since older servers forget it.
        Assert.Contains("\"sort_order\":3", LastBody, StringComparison.Ordinal);
        Assert.Equal(("Division", null, false, "always"), (changed.Name, changed.DisplayName, changed.IsManaged, changed.Visibility));

        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Remove-ChatUserAttribute -Force -WhatIf", changed);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Remove-ChatUserAttribute -Force", changed);
        Assert.Equal([$"DELETE {Fields}/{made.Id}"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatUserAttribute Division").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatUserAttribute $args[0] -Force", made.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Options_that_stay_keep_their_ids_and_what_people_chose()
    {
        using var shell = Connect();
        var made = shell.Run<ChatUserAttribute>("New-ChatUserAttribute Skills multiselect -Option Go, 'C#', Rust").Single();
        Assert.Equal(["Go", "C#", "Rust"], made.Options.Select(option => option.Name));
        Assert.Equal("Go, C#, Rust", made.Options.ToString());
        Assert.Equal("select", shell.Run<ChatUserAttribute>("New-ChatUserAttribute Level -Option junior, senior").Single().Type);
        shell.RunClean("Set-ChatUserAttributeValue member -Value @{ Skills = 'Go', 'rust' }");
        var changed = shell.Run<ChatUserAttribute>("Set-ChatUserAttribute Skills -AddOption Zig -RemoveOption 'c#' -Force -PassThru").Single();
        Assert.Equal(["Go", "Rust", "Zig"], changed.Options.Select(option => option.Name));
        Assert.Equal(made.Options[2].Id, changed.Options[1].Id);
        Assert.Equal("Go, Rust", shell.Run<ChatUserAttributeValue>("Get-ChatUserAttributeValue member").Single().Value!.ToString());
        changed = shell.Run<ChatUserAttribute>("Set-ChatUserAttribute Skills -Option Zig, Go -Force -PassThru").Single();
        Assert.Equal(made.Options[0].Id, changed.Options[1].Id);
        // What was an answer to another question is none.
        shell.RunClean("Set-ChatUserAttribute Skills -Type text -Force");
        Assert.Empty(shell.RunClean("Get-ChatUserAttributeValue member"));
    }

    [SandboxFact("needs a license")]
    public void What_takes_nothing_away_is_not_asked_about()
    {
        using var shell = Connect();
        shell.RunClean("New-ChatUserAttribute City; Set-ChatUserAttribute City -Order 2");
        // The host of this shell cannot ask.
        var error = shell.Fail("Set-ChatUserAttribute City -Type date");
        Assert.Contains("-Force", error.ErrorDetails?.RecommendedAction ?? error.Exception.Message, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Several_values_of_several_users_take_a_request_for_each_user()
    {
        using var shell = Connect();
        shell.RunClean("""
            $department = New-ChatUserAttribute Department
            $skills = New-ChatUserAttribute Skills multiselect -Option Go, 'C#'
            $boss = New-ChatUserAttribute Boss user
            $since = New-ChatUserAttribute Since date
            """);
        var ids = shell.RunClean("$department, $skills, $boss, $since | ForEach-Object Id").Select(id => id.ToString()).ToArray();
        sandbox.Server.ClearRequests();
        const string Set = """
            Set-ChatUserAttributeValue member, bob -PassThru -Value ([ordered]@{ Department = 'Engineering'; Skills = 'Go', 'C#'; Boss = 'sysadmin'; Since = [datetime]'2024-05-06' })
            """;
        var bob = shell.RunClean("(New-ChatUser bob -Email bob@example.com -Password $args[0]).Id", SandboxFixture.Protect("Pass-word-1")).Single().ToString();
        sandbox.Server.ClearRequests();
        shell.RunClean(Set + " -WhatIf");
        Assert.Empty(sandbox.Wire);
        var set = shell.Run<ChatUserAttributeValue>(Set);
        var member = sandbox.Mattermost.Member.UserId;
        Assert.Equal(
            [
                "GET " + Fields, "POST /api/v4/users/usernames", "GET /api/v4/users/username/sysadmin",
                $"PATCH /api/v4/users/{member}/custom_profile_attributes", $"PATCH /api/v4/users/{bob}/custom_profile_attributes",
            ],
            sandbox.Wire);
        var options = shell.RunClean("$skills.Options | ForEach-Object Id").Select(id => id.ToString()).ToArray();
        Assert.Equal(
            $$"""{"{{ids[0]}}":"Engineering","{{ids[1]}}":["{{options[0]}}","{{options[1]}}"],"{{ids[2]}}":"{{sandbox.Mattermost.Admin.UserId}}","{{ids[3]}}":"2024-05-06"}""", LastBody);
        Assert.Equal(8, set.Count);
        var first = set.First(value => value.Name == "Department");
        Assert.Equal((member, "member", ids[0], "text", "Engineering"), (first.UserId, first.UserName, first.UserAttributeId, first.Type, (string)first.Value!));
        Assert.Equal(["Go", "C#"], (IEnumerable<string>)set.First(value => value.Name == "Skills").Value!);

        sandbox.Server.ClearRequests();
        var read = shell.Run<ChatUserAttributeValue>("Get-ChatUserAttributeValue member, bob");
        Assert.Equal(
            ["GET " + Fields, "POST /api/v4/users/usernames", $"GET /api/v4/users/{member}/custom_profile_attributes", $"GET /api/v4/users/{bob}/custom_profile_attributes"],
            sandbox.Wire);
        Assert.Equal(["Engineering", "Go, C#", "sysadmin", "2024-05-06"], read.Take(4).OrderBy(value => Array.IndexOf(ids, value.UserAttributeId)).Select(value => value.Value!.ToString()));
        Assert.Equal("bob", read[^1].UserName);
        Assert.Equal(["Boss"], shell.Run<ChatUserAttributeValue>("Get-ChatUser bob | Get-ChatUserAttributeValue -UserAttribute b*").Select(value => value.Name));

        // From one person to another, and away again.
        shell.RunClean("Get-ChatUserAttributeValue member Skills | ForEach-Object { Set-ChatUserAttributeValue me $_.Name $_.Value }");
        Assert.StartsWith("PATCH /api/v4/custom_profile_attributes/values", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Equal("Go, C#", shell.Run<ChatUserAttributeValue>("Get-ChatUserAttributeValue").Single().ToString()["Skills: ".Length..]);
        shell.RunClean("Set-ChatUserAttributeValue member -Value @{ Department = $null; Skills = @(); Boss = '' }");
        Assert.Equal("Since", shell.Run<ChatUserAttributeValue>("Get-ChatUserAttributeValue member").Single().Name);
    }

    [SandboxFact("needs a license")]
    public void Rows_of_a_table_go_together_for_each_user()
    {
        using var shell = Connect();
        shell.RunClean("$null = New-ChatUserAttribute Department; $null = New-ChatUserAttribute Skills multiselect -Option Go, 'C#'");
        sandbox.Server.ClearRequests();
        shell.RunClean("""
            [pscustomobject]@{ UserName = 'member'; Attribute = 'Department'; Value = 'Sales' },
            [pscustomobject]@{ UserName = 'sysadmin'; Attribute = 'Department'; Value = 'Board' },
            [pscustomobject]@{ UserName = 'member'; Attribute = 'Skills'; Value = 'Go, C#' } | Set-ChatUserAttributeValue
            """);
        Assert.Equal(2, sandbox.Wire.Count(line => line.StartsWith("PATCH ", StringComparison.Ordinal)));
        Assert.Equal(["Board", "Go, C#", "Sales"], shell.Run<ChatUserAttributeValue>("Get-ChatUserAttributeValue member, sysadmin").Select(value => value.Value!.ToString()!).Order());
        // Objects are rows too.
        sandbox.Server.ClearRequests();
        shell.RunClean("Get-ChatUserAttributeValue member | Set-ChatUserAttributeValue");
        Assert.Single(sandbox.Wire, line => line.StartsWith("PATCH ", StringComparison.Ordinal));
    }

    [SandboxFact("needs a license")]
    public void One_that_fails_leaves_the_others_alone()
    {
        using var shell = Connect();
        shell.RunClean("$null = New-ChatUserAttribute Level -Option junior, senior");
        shell.Run("'member', 'nobody.at.all', 'sysadmin' | Set-ChatUserAttributeValue -Value @{ Level = 'senior' }");
        Assert.StartsWith("ChatPS.NotFound", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, shell.Run<ChatUserAttributeValue>("Get-ChatUserAttributeValue member, sysadmin").Count);
        sandbox.Server.ClearRequests();
        var error = shell.Fail("Set-ChatUserAttributeValue member Level boss");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("junior, senior", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUserAttributeValue member Level junior, senior").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Set-ChatUserAttributeValue member Nothing x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, line => line.StartsWith("PATCH ", StringComparison.Ordinal));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUserAttributeValue member -Value x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUserAttributeValue member Level -Value @{ Level = 'junior' }").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void What_the_server_refuses_has_its_id()
    {
        using var shell = Connect();
        shell.RunClean("$null = New-ChatUserAttribute Mail email; $null = New-ChatUserAttribute Badge -Managed; $null = New-ChatUserAttribute Office -LdapAttribute l");
        foreach (var (script, reason, id) in new[]
        {
            ("New-ChatUserAttribute Mail", "Conflict", "app.property_field.create.name_conflict.app_error"),
            ("New-ChatUserAttribute 'Two words'", "InvalidRequest", "model.cpa_field.name.invalid_charset.app_error"),
            ("New-ChatUserAttribute for", "InvalidRequest", "model.cpa_field.name.reserved_word.app_error"),
            ("New-ChatUserAttribute Fur -Type colour", "InvalidRequest", "model.property_field.is_valid.app_error"),
            ("New-ChatUserAttribute Fur -Visibility seldom", "InvalidRequest", "app.property_field.invalid_attrs.app_error"),
            ("Set-ChatUserAttributeValue member Mail nonsense", "InvalidRequest", "app.property_value.validate.app_error"),
            ("Set-ChatUserAttributeValue member Office Berlin", "Forbidden", "app.property.sync_lock.app_error"),
        })
        {
            var error = shell.Fail(script);
            Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(id, error.ErrorDetails.Message, StringComparison.Ordinal);
        }
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        member.RunClean("Set-ChatUserAttributeValue -Value @{ Mail = 'm@example.com' }");
        foreach (var (script, id) in new[]
        {
            ("Set-ChatUserAttributeValue me Badge 7", "api.property_value.patch.no_values_permission.app_error"),
            ("Set-ChatUserAttributeValue sysadmin Mail m@example.com", "api.context.permissions.app_error"),
            ("New-ChatUserAttribute Fur", "api.context.permissions.app_error"),
            ("Set-ChatUserAttribute Mail -Order 1", "api.property_field.update.no_field_permission.app_error"),
            ("Remove-ChatUserAttribute Mail -Force", "api.property_field.delete.no_permission.app_error"),
        })
        {
            var error = member.Fail(script);
            Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(id, error.ErrorDetails.Message, StringComparison.Ordinal);
        }
    }

    [SandboxFact("needs a license to take away, and a server of today")]
    public void Without_a_license_it_says_so_and_others_have_none()
    {
        using var shell = Connect();
        shell.RunClean("Remove-ChatLicense -Force");
        var error = shell.Fail("Get-ChatUserAttribute");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("app.property.license_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("without a license", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        using var other = sandbox.Connect(sandbox.Heroku);
        foreach (var script in new[]
        {
            "Get-ChatUserAttribute", "New-ChatUserAttribute a", "Set-ChatUserAttribute a -Order 1", "Remove-ChatUserAttribute a -Force",
            "Get-ChatUserAttributeValue", "Set-ChatUserAttributeValue me a b",
        })
            Assert.StartsWith("ChatPS.NotSupported", other.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
