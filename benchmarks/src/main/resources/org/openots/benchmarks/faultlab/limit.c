/* The limit of what a client can do: libmosquitto in C, nothing done with a message but counting it.
 *
 * limit sub PORT TOPIC QOS COUNT   prints "ready", counts COUNT messages or until 3 s of silence, and prints how many
 *                                  came and the time from the first to the last, ns
 * limit pub PORT TOPIC QOS COUNT FILE   publishes COUNT messages; in FILE thirteen # become the time of day in ms, and
 *                                  ten @ the number of the message
 */
#include <mosquitto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static long received, wanted, published;
static long long first, last;
static const char *topic;
static int qos;

static long long now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void connected(struct mosquitto *client, void *own, int code) {
  (void)own;
  if (code != 0) {
    fprintf(stderr, "refused: %d\n", code);
    exit(1);
  }
  if (wanted > 0) {
    mosquitto_subscribe(client, NULL, topic, qos);
  }
}

static void subscribed(struct mosquitto *client, void *own, int id, int count, const int *granted) {
  (void)client, (void)own, (void)id, (void)count, (void)granted;
  printf("ready\n");
  fflush(stdout);
}

static void message(struct mosquitto *client, void *own, const struct mosquitto_message *message) {
  (void)client, (void)own, (void)message;
  last = now(CLOCK_MONOTONIC);
  if (received++ == 0) {
    first = last;
  }
}

static void landed(struct mosquitto *client, void *own, int id) {
  (void)client, (void)own, (void)id;
  published++;
}

static int subscribe(struct mosquitto *client) {
  while (received < wanted) {
    int code = mosquitto_loop(client, 100, 1);
    if (code != MOSQ_ERR_SUCCESS) {
      fprintf(stderr, "%s\n", mosquitto_strerror(code));
      return 1;
    }
    if (received > 0 && now(CLOCK_MONOTONIC) - last > 3000000000LL) {
      break;
    }
  }
  printf("%ld %lld\n", received, last - first);
  return 0;
}

static int publish(struct mosquitto *client, long count, const char *file) {
  static char text[65536], number[16];
  static char *places[1000];
  FILE *in = fopen(file, "rb");
  size_t length = in == NULL ? 0 : fread(text, 1, sizeof text - 1, in);
  char *time = strstr(text, "#############");
  if (in == NULL || time == NULL) {
    fprintf(stderr, "no template %s\n", file);
    return 1;
  }
  fclose(in);
  int values = 0;
  for (char *at = strstr(text, "@@@@@@@@@@"); at != NULL && values < 1000; at = strstr(at + 10, "@@@@@@@@@@")) {
    places[values++] = at;
  }
  mosquitto_loop_start(client);
  for (long i = 0; i < count; i++) {
    snprintf(number, sizeof number, "%013lld", now(CLOCK_REALTIME) / 1000000);
    memcpy(time, number, 13);
    snprintf(number, sizeof number, "1%09ld", i % 1000000000);
    for (int k = 0; k < values; k++) {
      memcpy(places[k], number, 10);
    }
    int code = mosquitto_publish(client, NULL, topic, (int)length, text, qos, false);
    if (code != MOSQ_ERR_SUCCESS) {
      fprintf(stderr, "%s\n", mosquitto_strerror(code));
      return 1;
    }
    while (i - published > 5000) { /* the library's own queue has no end */
      usleep(200);
    }
  }
  while (published < count) {
    usleep(1000);
  }
  mosquitto_disconnect(client);
  mosquitto_loop_stop(client, false);
  return 0;
}

int main(int count, char **words) {
  if (count < 6) {
    fprintf(stderr, "limit sub|pub PORT TOPIC QOS COUNT [FILE]\n");
    return 2;
  }
  int sub = strcmp(words[1], "sub") == 0;
  topic = words[3];
  qos = atoi(words[4]);
  wanted = sub ? atol(words[5]) : 0;
  mosquitto_lib_init();
  struct mosquitto *client = mosquitto_new(NULL, true, NULL);
  mosquitto_connect_callback_set(client, connected);
  mosquitto_subscribe_callback_set(client, subscribed);
  mosquitto_message_callback_set(client, message);
  mosquitto_publish_callback_set(client, landed);
  if (mosquitto_connect(client, "127.0.0.1", atoi(words[2]), 60) != MOSQ_ERR_SUCCESS) {
    fprintf(stderr, "no broker at port %s\n", words[2]);
    return 1;
  }
  return sub ? subscribe(client) : publish(client, atol(words[5]), words[6]);
}
