using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Trails;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Kernel.Outbox;

public sealed class OutboxTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 6, 2, 7, 0);

    [Fact]
    public void A_message_that_fails_is_tried_again_ever_later_and_in_the_end_once_a_day()
    {
        var message = new OutboxMessage("Bakery.Opened", "{}", Morning);
        var waits = new List<Duration>();
        for (var i = 0; i < 9; i++)
        {
            message.Failed(Morning);
            waits.Add(message.DueAt - Morning);
        }

        Assert.Equal(Duration.FromSeconds(2), waits[0]);
        Assert.Equal(Duration.FromSeconds(128), waits[6]);
        Assert.Equal(Duration.FromDays(1), waits[8]);
    }

    [Fact]
    public async Task Of_two_nodes_that_deliver_at_once_the_slower_save_is_rolled_back_with_all_it_did()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(new OutboxMessage("Bakery.Opened", "{}", Morning));

        await app.InDbAsync(async slow =>
        {
            var seenBySlow = await slow.Outbox.SingleAsync();
            slow.Add(new TrailEntry(Morning, null, null, "Bakery", Guid.CreateVersion7(), "Opened"));
            await app.InDbAsync(async fast =>
            {
                (await fast.Outbox.SingleAsync()).Delivered(app.Clock.Now);
                return await fast.TrySaveAsync(default);
            });
            seenBySlow.Delivered(app.Clock.Now + Duration.FromSeconds(1));

            Assert.False(await slow.TrySaveAsync(default));
            return true;
        });

        Assert.Equal(0, await app.InDbAsync(db => db.Set<TrailEntry>().CountAsync()));
    }

    [Fact]
    public async Task The_trail_is_only_ever_added_to()
    {
        await using var app = await TestApp.StartAsync();
        await app.SaveAsync(new TrailEntry(Morning, null, null, "Bakery", Guid.CreateVersion7(), "Opened"));

        await app.InDbAsync(async db =>
        {
            db.Remove(await db.Set<TrailEntry>().SingleAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            return true;
        });
    }

    [Fact]
    public async Task The_same_person_reading_the_same_record_again_within_the_hour_is_one_line_on_the_trail()
    {
        await using var app = await TestApp.StartAsync();
        var (anja, riet) = (PersonId.New(), PersonId.New());

        foreach (var minutes in new[] { 0, 30, 61 })
        {
            app.Clock.MoveTo(Morning + Duration.FromMinutes(minutes));
            await app.InScopeAsync(
                async scope =>
                {
                    await scope.GetRequiredService<Trail>().SawAsync(Subject.Of(riet), riet, "People.Trail.Seen", default);
                    return true;
                },
                anja
            );
        }

        Assert.Equal(2, await app.InDbAsync(db => db.Set<TrailEntry>().CountAsync()));
    }
}
