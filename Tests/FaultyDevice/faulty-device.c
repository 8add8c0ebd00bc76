// An ALSA device that fails once while it plays, for the tests of recovery. In an ALSA configuration:
//
//   pcm_type.faulty { lib "<the built library>" }
//   pcm.suspended { type faulty; file "<what it played>"; fault suspended; after 8000; resumes 1; prepares 1 }
//
// It consumes at 100 times real time what is written to it, and writes it to `file`. When `after` frames
// were written it is `suspended`, or `dry` (an underrun). With `resumes 0` it must be prepared anew after
// a suspension; with `prepares 0` that fails too.
#include <alsa/asoundlib.h>
#include <alsa/pcm_external.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    snd_pcm_ioplug_t io;
    FILE *file;
    long after, resumes, prepares;
    int is_dry, failed;
    snd_pcm_uframes_t written;
    double started;
} faulty_t;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int start(snd_pcm_ioplug_t *io) {
    faulty_t *device = io->private_data;
    device->started = now();
    return 0;
}

static int stop(snd_pcm_ioplug_t *io) { return 0; }

static snd_pcm_sframes_t pointer(snd_pcm_ioplug_t *io) {
    faulty_t *device = io->private_data;
    if (io->state != SND_PCM_STATE_RUNNING && io->state != SND_PCM_STATE_DRAINING) return 0;
    snd_pcm_uframes_t played = (now() - device->started) * io->rate * 100;
    if (played > device->written) played = device->written;
    return played % io->buffer_size;
}

static snd_pcm_sframes_t transfer(
    snd_pcm_ioplug_t *io, const snd_pcm_channel_area_t *areas, snd_pcm_uframes_t offset,
    snd_pcm_uframes_t size) {
    faulty_t *device = io->private_data;
    const char *bytes = (const char *)areas[0].addr + (areas[0].first + areas[0].step * offset) / 8;
    fwrite(bytes, areas[0].step / 8, size, device->file);
    fflush(device->file);
    device->written += size;
    device->after -= size;
    if (device->after <= 0 && !device->failed && io->state == SND_PCM_STATE_RUNNING) {
        device->failed = 1;
        snd_pcm_ioplug_set_state(
            io, device->is_dry ? SND_PCM_STATE_XRUN : SND_PCM_STATE_SUSPENDED);
    }
    return size;
}

static int resume(snd_pcm_ioplug_t *io) {
    faulty_t *device = io->private_data;
    if (!device->resumes) return -ENOSYS;
    snd_pcm_ioplug_set_state(io, SND_PCM_STATE_RUNNING);
    return 0;
}

static int prepare(snd_pcm_ioplug_t *io) {
    faulty_t *device = io->private_data;
    if (device->failed && !device->prepares) return -ENODEV;
    device->written = 0;
    return 0;
}

static int close_device(snd_pcm_ioplug_t *io) {
    faulty_t *device = io->private_data;
    fclose(device->file);
    close(io->poll_fd);
    free(device);
    return 0;
}

static const snd_pcm_ioplug_callback_t callbacks = {
    .start = start, .stop = stop, .pointer = pointer, .transfer = transfer, .resume = resume,
    .prepare = prepare, .close = close_device,
};

static int limit(snd_pcm_ioplug_t *io) {
    static const unsigned accesses[] = {SND_PCM_ACCESS_RW_INTERLEAVED};
    static const unsigned formats[] = {SND_PCM_FORMAT_S16_LE};
    int code = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_ACCESS, 1, accesses);
    if (code >= 0) code = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_FORMAT, 1, formats);
    if (code >= 0) code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_CHANNELS, 1, 2);
    if (code >= 0) code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_RATE, 8000, 8000);
    if (code >= 0)
        code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 64, 1 << 14);
    if (code >= 0)
        code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 128, 1 << 15);
    return code;
}

SND_PCM_PLUGIN_DEFINE_FUNC(faulty) {
    faulty_t *device = calloc(1, sizeof *device);
    if (!device) return -ENOMEM;
    device->resumes = device->prepares = 1;
    const char *path = NULL;
    snd_config_iterator_t place, next;
    snd_config_for_each(place, next, conf) {
        snd_config_t *entry = snd_config_iterator_entry(place);
        const char *id, *word;
        if (snd_config_get_id(entry, &id) < 0) continue;
        if (!strcmp(id, "file")) snd_config_get_string(entry, &path);
        if (!strcmp(id, "after")) snd_config_get_integer(entry, &device->after);
        if (!strcmp(id, "resumes")) snd_config_get_integer(entry, &device->resumes);
        if (!strcmp(id, "prepares")) snd_config_get_integer(entry, &device->prepares);
        if (!strcmp(id, "fault") && snd_config_get_string(entry, &word) >= 0)
            device->is_dry = !strcmp(word, "dry");
    }
    device->file = path ? fopen(path, "w") : NULL;
    if (!device->file) {
        free(device);
        return -ENOENT;
    }
    device->io.version = SND_PCM_IOPLUG_VERSION;
    device->io.name = "A device that fails once";
    device->io.callback = &callbacks;
    device->io.private_data = device;
    // Always ready to be written to.
    device->io.poll_fd = eventfd(0, EFD_NONBLOCK);
    device->io.poll_events = POLLOUT;
    int code = snd_pcm_ioplug_create(&device->io, name, stream, mode);
    if (code < 0) {
        fclose(device->file);
        close(device->io.poll_fd);
        free(device);
        return code;
    }
    code = limit(&device->io);
    if (code < 0) {
        snd_pcm_ioplug_delete(&device->io);
        return code;
    }
    *pcmp = device->io.pcm;
    return 0;
}

SND_PCM_PLUGIN_SYMBOL(faulty);
