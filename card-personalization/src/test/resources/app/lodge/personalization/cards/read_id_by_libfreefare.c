/*
 * Reads a card's ID file through libfreefare, a DESFire client that we did not write.
 *
 *   read_id_by_libfreefare KEYFILE AID KEYNUMBER FILE LENGTH
 *
 * KEYFILE holds the card's AES key of that number as 32 hex digits; AID six hex digits. Prints the file's bytes
 * in hex; with a LENGTH of 0 FILE is a value file and its value is printed. Exit status 3: the card refused the key; 2: something else.
 */
#include <freefare.h>
#include <nfc/nfc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int refuse(const char *what, MifareTag tag)
{
    fprintf(stderr, "%s: %s, card's status %02X\n", what, freefare_strerror(tag), mifare_desfire_last_picc_error(tag));
    return 2;
}

static int read_id(MifareTag tag, uint8_t key_value[16], char **argv)
{
    uint8_t key_number = (uint8_t) atoi(argv[3]);
    uint8_t content[256] = {0};
    size_t length = (size_t) atoi(argv[5]);
    if (mifare_desfire_connect(tag) < 0)
        return refuse("connect", tag);
    MifareDESFireAID aid = mifare_desfire_aid_new((uint32_t) strtoul(argv[2], NULL, 16));
    if (mifare_desfire_select_application(tag, aid) < 0)
        return refuse("select application", tag);
    MifareDESFireKey key = mifare_desfire_aes_key_new(key_value);
    if (mifare_desfire_authenticate_aes(tag, key_number, key) < 0) {
        refuse("authenticate", tag);
        return 3;
    }
    if (length == 0) {
        int32_t value = 0;
        if (mifare_desfire_get_value_ex(tag, (uint8_t) atoi(argv[4]), &value, MDCM_ENCIPHERED) < 0)
            return refuse("get value", tag);
        printf("%d\n", value);
        return 0;
    }
    ssize_t got = mifare_desfire_read_data_ex(tag, (uint8_t) atoi(argv[4]), 0, length, content, MDCM_ENCIPHERED);
    if (got != (ssize_t) length)
        return refuse("read", tag);
    for (size_t i = 0; i < length; i++)
        printf("%02X", content[i]);
    printf("\n");
    mifare_desfire_key_free(key);
    free(aid);
    mifare_desfire_disconnect(tag);
    return 0;
}

int main(int argc, char **argv)
{
    uint8_t key[16];
    if (argc != 6 || atoi(argv[5]) < 0 || atoi(argv[5]) > 256)
        return 2;
    FILE *keys = fopen(argv[1], "r");
    for (int i = 0; i < 16; i++) {
        unsigned int digit;
        if (keys == NULL || fscanf(keys, "%2x", &digit) != 1) {
            fprintf(stderr, "no key in %s\n", argv[1]);
            return 2;
        }
        key[i] = (uint8_t) digit;
    }
    fclose(keys);

    nfc_context *context;
    nfc_init(&context);
    nfc_device *device = context == NULL ? NULL : nfc_open(context, NULL);
    if (device == NULL) {
        fprintf(stderr, "no reader: this libnfc lacks the driver, or pcscd the card\n");
        return 2;
    }
    MifareTag *tags = freefare_get_tags(device);
    int status = 2;
    if (tags == NULL || tags[0] == NULL || freefare_get_tag_type(tags[0]) != DESFIRE)
        fprintf(stderr, "no DESFire card\n");
    else
        status = read_id(tags[0], key, argv);
    freefare_free_tags(tags);
    nfc_close(device);
    nfc_exit(context);
    return status;
}
