/* A folder of articles -> the seconds that libyaml's event parser needs for all front matter: what no parser in C has been below.
   cc -O2 -o floor bench/floor.c -lyaml */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  DIR *folder = argc > 1 ? opendir(argv[1]) : NULL;
  struct dirent *entry;
  double seconds = 0;
  if (!folder) return 2;
  while ((entry = readdir(folder))) {
    char path[4096];
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
    FILE *file = fopen(path, "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (fread(text, 1, size, file) != (size_t)size) return 2;
    text[size] = 0;
    fclose(file);
    char *start = text + 4, *end = strstr(start, "\n---\n");
    double began = now();
    yaml_parser_t parser;
    yaml_event_t event;
    int done = 0;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (unsigned char *)start, end ? end - start + 1 : 0);
    while (!done) {
      if (!yaml_parser_parse(&parser, &event)) return 1;
      done = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    seconds += now() - began;
    free(text);
  }
  printf("%.3f\n", seconds);
  return 0;
}
